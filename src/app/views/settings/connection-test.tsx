import { Code, Heading, Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { ConnectionStep } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';
import type { ViewProblem } from '../shared/view-problem';

/** Goes the whole way to the service, and shows what it met step by step: in words, with the raw code, and what to do. */
export const ConnectionTest = () => {
  const t = useTexts();
  const [isRunning, setRunning] = useState(false);
  const [steps, setSteps] = useState<readonly ConnectionStep[] | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const run = async () => {
    setRunning(true);
    setProblem(null);
    const answer = await askResolver(invokeSettings('testConnection'));
    setRunning(false);
    setSteps(answer.ok ? answer.steps : null);
    setProblem(answer.ok ? null : answer.problem);
  };
  const isGood = steps?.every(({ outcome }) => outcome === 'ok') ?? false;
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h2" size="small">
        {t('settings.test.title')}
      </Heading>
      <Text>{t('settings.test.text')}</Text>
      <LoadingButton isLoading={isRunning} onClick={run}>
        {t('settings.test.run')}
      </LoadingButton>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={run} />}
      {steps === null || isRunning ? null : (
        <>
          <SectionMessage appearance={isGood ? 'success' : 'warning'}>
            <Text>{t(isGood ? 'settings.test.allGood' : 'settings.test.broken')}</Text>
          </SectionMessage>
          {steps.map((step) => (
            <StepLine key={step.step} step={step} />
          ))}
        </>
      )}
    </Stack>
  );
};

const appearances = { ok: 'success', failed: 'removed', not_tried: 'default' } as const;

const StepLine = ({ step: { step, outcome, code, reason, detail } }: { step: ConnectionStep }) => {
  const t = useTexts();
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center">
        <Lozenge appearance={appearances[outcome]}>{t(`settings.test.outcome.${outcome}`)}</Lozenge>
        <Text weight="medium">{t(`settings.test.step.${step}`)}</Text>
        {detail === null ? null : <Text size="small">{detail}</Text>}
      </Inline>
      {outcome === 'failed' ? (
        <Text>
          {reason === null
            ? t(`settings.test.todo.${step}`)
            : t(`settings.test.reason.${reason.word}`, { seconds: reason.seconds ?? 0 })}
        </Text>
      ) : null}
      {code === null ? null : (
        <Text size="small">
          <Code>{t('settings.test.code', { code })}</Code>
        </Text>
      )}
    </Stack>
  );
};
