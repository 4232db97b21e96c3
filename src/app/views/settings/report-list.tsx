import { Button, Heading, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useEffect } from 'react';
import type { WaitingReport } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { LoadingNotice } from '../shared/loading-notice';
import { ProblemNotice } from '../shared/problem-notice';
import { useList } from '../shared/use-list';
import { useOnceShown } from '../shared/use-once-shown';
import { useTexts } from '../shared/use-texts';
import { ReportItem } from './report-item';

/** Messages that people reported and nobody has decided about, the oldest first. Asked when it is looked at. */
export const ReportList = ({ isShown }: { isShown: boolean }) => {
  const t = useTexts();
  const list = useList<WaitingReport>(async (cursor) => {
    const answer = await askResolver(invokeSettings('reports', { cursor }));
    return answer.ok ? { ok: true, entries: answer.reports, cursor: answer.cursor } : answer;
  });
  const { entries, isLoading, problem, loadMore, reload, drop } = list;
  useOnceShown(isShown, reload);
  const isDone = entries?.length === 0;
  const goesOn = isDone && loadMore !== null && !isLoading && problem === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once all of a page are decided, the next one comes by itself.
  useEffect(() => {
    if (goesOn) void loadMore();
  }, [goesOn]);
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center">
        <Heading as="h2" size="small">
          {t('settings.reports.title')}
        </Heading>
        <Button appearance="subtle" isDisabled={isLoading} onClick={reload}>
          {t('settings.reports.refresh')}
        </Button>
      </Inline>
      <Text>{t('settings.reports.text')}</Text>
      {problem === null ? null : <ProblemNotice problem={problem} onRetry={reload} />}
      {entries === null && isLoading ? <LoadingNotice label={t('settings.reports.loading')} /> : null}
      {isDone && loadMore === null ? <Text>{t('settings.reports.none')}</Text> : null}
      {(entries ?? []).map((report) => (
        <ReportItem key={report.id} report={report} onDecided={() => drop(report.id)} />
      ))}
      {loadMore === null ? null : (
        <Inline>
          <LoadingButton isLoading={isLoading} onClick={loadMore}>
            {t('settings.deliveries.more')}
          </LoadingButton>
        </Inline>
      )}
    </Stack>
  );
};
