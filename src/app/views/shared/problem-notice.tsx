import { Button, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { describeProblem } from './describe-problem';
import type { ViewProblem } from './panel-state';
import { useTexts } from './use-texts';

/** Problems that are no fault and pass when the person or an administrator does something. */
const calm = new Set<ViewProblem['code']>(['consent_needed', 'not_logged_in', 'address_not_set']);
/** Where trying again without doing something first cannot help. */
const lasting = new Set<ViewProblem['code']>(['not_logged_in', 'issue_hidden']);

interface Props {
  readonly problem: ViewProblem;
  readonly onRetry: () => void;
}

/** What went wrong, what to do next, and a way to try again where that can help. */
export const ProblemNotice = ({ problem, onRetry }: Props) => {
  const t = useTexts();
  return (
    <Stack space="space.100" alignInline="start">
      <SectionMessage
        appearance={calm.has(problem.code) ? 'information' : 'warning'}
        title={t(`problem.${problem.code}.title`)}
      >
        <Text>{describeProblem(t, problem)}</Text>
      </SectionMessage>
      {lasting.has(problem.code) ? null : <Button onClick={onRetry}>{t('panel.tryAgain')}</Button>}
    </Stack>
  );
};
