import { Code, Heading, Inline, LoadingButton, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { ConnectionStep } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { ProblemNotice } from '../shared/problem-notice';
import { useAsking } from '../shared/use-asking';
import { useTexts } from '../shared/use-texts';

/** Goes the whole way to the service, and shows what it met step by step: in words, with the raw code, and what to do. */
export const ConnectionTest = () => {
  const t = useTexts();
  const { isAsking, answer, problem, ask } = useAsking(() => askResolver(invokeSettings('testConnection')));
  const steps = answer?.steps ?? null;
  const isGood = steps?.every(({ outcome }) => outcome === 'ok') ?? false;
  return (
    <Stack space="space.100" alignInline="start">
      <Heading as="h2" size="small">
        {t('settings.test.title')}
      </Heading>
      <Text>{t('settings.test.text')}</Text>
      <LoadingButton isLoading={isAsking} onClick={ask}>
        {t('settings.test.run')}
      </LoadingButton>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={ask} />}
      {steps === null ? null : (
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
