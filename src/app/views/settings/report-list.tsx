import { Text } from '@forge/react';
import React, { useEffect } from 'react';
import type { WaitingReport } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { useList } from '../shared/use-list';
import { useOnceShown } from '../shared/use-once-shown';
import { useTexts } from '../shared/use-texts';
import { ListFrame } from './list-frame';
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
    <ListFrame name="reports" list={list}>
      {isDone && loadMore === null ? <Text>{t('settings.reports.none')}</Text> : null}
      {(entries ?? []).map((report) => (
        <ReportItem key={report.id} report={report} onDecided={() => drop(report.id)} />
      ))}
    </ListFrame>
  );
};
