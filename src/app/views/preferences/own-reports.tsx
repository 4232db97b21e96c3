import { Heading, Inline, Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import { ProblemNotice } from '../shared/problem-notice';
import { useAsking } from '../shared/use-asking';
import { useOnceShown } from '../shared/use-once-shown';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';

const appearances = { open: 'inprogress', removed: 'success', dismissed: 'default', ended: 'default' } as const;

/** What the reader reported and what became of it; nothing for who reported nothing. */
export const OwnReports = () => {
  const t = useTexts();
  const { formatTime } = useReader();
  const { answer, problem, ask } = useAsking(() => askResolver(invoke('ownReports')));
  useOnceShown(true, ask);
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={ask} />;
  const reports = answer?.reports ?? [];
  if (reports.length === 0) return null;
  return (
    <Stack space="space.100">
      <Heading as="h2" size="small">
        {t('preferences.reports.title')}
      </Heading>
      <Text>{t('preferences.reports.text')}</Text>
      {reports.map(({ id, reason, at, outcome }) => (
        <Inline key={id} space="space.100" alignBlock="center" shouldWrap>
          <Text>{t('preferences.reports.line', { reason: t(`report.reason.${reason}`), time: formatTime(at) })}</Text>
          <Lozenge appearance={appearances[outcome]}>{t(`preferences.reports.${outcome}`)}</Lozenge>
        </Inline>
      ))}
    </Stack>
  );
};
