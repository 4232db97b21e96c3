import { Code, DynamicTable, Stack, Text } from '@forge/react';
import React from 'react';
import { type AuditLine, isolateText } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invokeSettings } from '../shared/invoke';
import { namePerson } from '../shared/name-person';
import { useList } from '../shared/use-list';
import { useOnceShown } from '../shared/use-once-shown';
import { type Reader, useReader } from '../shared/use-reader';
import { type TextKey, type Texts, useTexts } from '../shared/use-texts';
import { ListFrame } from './list-frame';

const columns = ['at', 'actor', 'action'] as const;

/** Who did what to whom, as the service keeps it, the newest first. Asked when it is looked at. */
export const AuditLog = ({ isShown }: { isShown: boolean }) => {
  const t = useTexts();
  const reader = useReader();
  const list = useList<AuditLine>(async (cursor) => {
    const answer = await askResolver(invokeSettings('audit', { cursor }));
    return answer.ok ? { ok: true, entries: answer.records, cursor: answer.cursor } : answer;
  });
  const { entries, reload } = list;
  useOnceShown(isShown, reload);
  return (
    <ListFrame name="audit" list={list}>
      {entries?.length === 0 ? (
        <Text>{t('settings.audit.empty')}</Text>
      ) : (
        <DynamicTable
          label={t('settings.audit.title')}
          head={{ cells: columns.map((key) => ({ key, content: t(`settings.audit.${key}`) })) }}
          rows={(entries ?? []).map((line) => toRow(t, reader, line))}
        />
      )}
    </ListFrame>
  );
};

/** Cells hold elements of the kit and no components of ours: the table calls those as plain functions. */
function toRow(
  t: Texts,
  { formatTime }: Pick<Reader, 'formatTime'>,
  { id, at, actor, action, subject, details }: AuditLine,
) {
  const about = [subject === null ? '' : nameOf(t, subject), details].filter(Boolean).join(', ');
  const contents: Record<(typeof columns)[number], React.ReactNode> = {
    at: formatTime(at),
    actor: nameOf(t, actor),
    action: (
      <Stack space="space.050">
        <Text>{describeAction(t, action)}</Text>
        {about === '' ? null : (
          <Text size="small">
            <Code>{about}</Code>
          </Text>
        )}
      </Stack>
    ),
  };
  return { key: id, cells: columns.map((key) => ({ key, content: contents[key] })) };
}

/** A word that this version does not know stands there as it is. */
function describeAction(t: Texts, action: string): string {
  const key = `settings.audit.action.${action}`;
  const words = t(key as TextKey);
  return words === key ? action : words;
}

function nameOf(t: Texts, who: AuditLine['actor']): string {
  if (typeof who !== 'string') return namePerson(t, who);
  return who === 'service' ? t('settings.audit.service') : isolateText(who);
}
