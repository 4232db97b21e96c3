import { DynamicTable, EmptyState, Inline, Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import type { Delivery } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { useList } from '../shared/use-list';
import { useOnceShown } from '../shared/use-once-shown';
import { type Reader, useReader } from '../shared/use-reader';
import { type Texts, useTexts } from '../shared/use-texts';
import { describeEntry, describeReason, describeStatus, nameReceiver } from './describe-delivery';
import { ListFrame } from './list-frame';

const columns = ['at', 'entry', 'to', 'issue', 'status'] as const;
const appearances = { sent: 'success', queued: 'inprogress', failed: 'removed' } as const;

/** What was delivered or not, and why, the newest first; asked for when it is looked at. */
export const DeliveryLog = ({ isShown }: { isShown: boolean }) => {
  const t = useTexts();
  const reader = useReader();
  const list = useList<Delivery>(async (cursor) => {
    const answer = await askResolver(invokeSettings('deliveries', { cursor }));
    return answer.ok ? { ok: true, entries: answer.deliveries, cursor: answer.cursor } : answer;
  });
  const { entries: deliveries, reload } = list;
  useOnceShown(isShown, reload);
  return (
    <ListFrame name="deliveries" list={list}>
      {deliveries?.length === 0 ? (
        <EmptyState
          header={t('settings.deliveries.empty.title')}
          description={t('settings.deliveries.empty.text')}
          headingLevel={3}
        />
      ) : (
        <DynamicTable
          label={t('settings.deliveries.title')}
          head={{ cells: columns.map((key) => ({ key, content: t(`settings.deliveries.${key}`) })) }}
          rows={(deliveries ?? []).map((delivery) => toRow(t, reader, delivery))}
        />
      )}
    </ListFrame>
  );
};

/** Cells hold elements of the kit and no components of ours: the table calls those as plain functions. */
function toRow(t: Texts, { formatTime }: Pick<Reader, 'formatTime'>, delivery: Delivery) {
  const { id, at, issueKey, status, tries } = delivery;
  const reason = describeReason(t, delivery);
  const contents: Record<(typeof columns)[number], React.ReactNode> = {
    at: formatTime(at),
    entry: describeEntry(t, delivery),
    to: nameReceiver(t, delivery),
    issue: issueKey ?? '',
    status: (
      <Stack space="space.050">
        <Inline space="space.100">
          <Lozenge appearance={appearances[status]}>{describeStatus(t, delivery)}</Lozenge>
          {tries > 1 ? <Text size="small">{t('settings.deliveries.tries', { count: tries })}</Text> : null}
        </Inline>
        {reason === null ? null : <Text size="small">{reason}</Text>}
      </Stack>
    ),
  };
  return { key: id, cells: columns.map((key) => ({ key, content: contents[key] })) };
}
