import { Code, DynamicTable, Heading, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { ProblemNotice } from '../shared/problem-notice';
import { useAsking } from '../shared/use-asking';
import { useTexts } from '../shared/use-texts';

/** Names and values for whoever looks for a fault. */
export const DiagnosticsCard = () => {
  const t = useTexts();
  const { isAsking, answer, problem, ask } = useAsking(() => askResolver(invokeSettings('diagnostics')));
  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('settings.diagnostics.title')}
      </Heading>
      <Text>{t('settings.diagnostics.text')}</Text>
      <Stack alignInline="start">
        <LoadingButton isLoading={isAsking} onClick={ask}>
          {t('settings.diagnostics.run')}
        </LoadingButton>
      </Stack>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={ask} />}
      {answer === null ? null : (
        <DynamicTable
          label={t('settings.diagnostics.title')}
          head={{
            cells: (['name', 'value'] as const).map((key) => ({ key, content: t(`settings.diagnostics.${key}`) })),
          }}
          rows={answer.lines.map(({ name, value }) => ({
            key: name,
            cells: [
              { key: 'name', content: name },
              { key: 'value', content: <Code>{value}</Code> },
            ],
          }))}
        />
      )}
    </Stack>
  );
};
