import { Code, DynamicTable, Heading, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import type { ViewProblem } from '../shared/panel-state';
import { ProblemNotice } from '../shared/problem-notice';
import { useTexts } from '../shared/use-texts';

/** Names and values for whoever looks for a fault. */
export const DiagnosticsCard = () => {
  const t = useTexts();
  const [lines, setLines] = useState<readonly { name: string; value: string }[] | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const collect = async () => {
    setLoading(true);
    setProblem(null);
    const answer = await askResolver(invokeSettings('diagnostics'));
    setLoading(false);
    if (answer.ok) setLines(answer.lines);
    else setProblem(answer.problem);
  };
  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('settings.diagnostics.title')}
      </Heading>
      <Text>{t('settings.diagnostics.text')}</Text>
      <Stack alignInline="start">
        <LoadingButton isLoading={isLoading} onClick={collect}>
          {t('settings.diagnostics.run')}
        </LoadingButton>
      </Stack>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={collect} />}
      {lines === null ? null : (
        <DynamicTable
          label={t('settings.diagnostics.title')}
          head={{
            cells: (['name', 'value'] as const).map((key) => ({ key, content: t(`settings.diagnostics.${key}`) })),
          }}
          rows={lines.map(({ name, value }) => ({
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
