import { Badge, Box, Icon, Inline, Lozenge, Pressable, Text, xcss } from '@forge/react';
import React from 'react';
import { type InboxEntry, isolateText } from '../../../definitions';
import { describeNotice } from '../../conversation/describe-notice';
import { ReminderLozenge } from '../../conversation/follow-up/reminder-lozenge';
import { TurnLozenge } from '../../conversation/follow-up/turn-lozenge';
import { PersonAvatar } from '../../shared/person-avatar';
import { Unseen } from '../../shared/unseen';
import { useReader } from '../../shared/use-reader';
import { type Texts, useTexts } from '../../shared/use-texts';
import { nameEntry } from '../state/name-entry';

const line = xcss({ width: '100%', padding: 'space.050', backgroundColor: 'color.background.neutral.subtle' });
// A bar as well as a colour: which one is open must be seen without colours.
const openLine = xcss({
  width: '100%',
  padding: 'space.050',
  backgroundColor: 'color.background.selected',
  borderLeftStyle: 'solid',
  borderLeftWidth: 'border.width.selected',
  borderLeftColor: 'color.border.selected',
});
// One width for all pictures, so that names stand below each other.
const pictureBox = xcss({ width: '40px', minWidth: '40px', textAlign: 'center' });
// The words give way, and the time and the count never do.
const wordsBox = xcss({ flexGrow: '1', minWidth: '0px' });
const fixedBox = xcss({ minWidth: 'max-content' });

interface Props {
  readonly entry: InboxEntry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** A conversation in a list, in two lines: who or which group and when, the last words and how many are unread. */
export const EntryLine = ({ entry, isOpen, onOpen }: Props) => {
  const t = useTexts();
  const { me, formatShortTime } = useReader();
  const { last, person, unreadCount, mentioned } = entry;
  const isUnread = unreadCount > 0;
  const marks = [
    // The open one shows its words.
    ...(entry.hasDraft && !isOpen ? [t('inbox.hasDraft')] : []),
    ...(entry.kind === 'group' ? [t('inbox.isGroup')] : []),
    ...(entry.issue?.key == null ? [] : [entry.issue.key]),
    ...(entry.isMuted ? [t('inbox.isMuted')] : []),
    ...(entry.isArchived ? [t('inbox.isArchived')] : []),
  ];
  return (
    <Pressable xcss={isOpen ? openLine : line} onClick={onOpen}>
      <Inline space="space.100" alignBlock="center">
        <Box xcss={pictureBox}>
          {person === null ? <Icon glyph="people-group" label="" /> : <PersonAvatar person={person} />}
        </Box>
        <Box xcss={wordsBox}>
          <Inline spread="space-between" alignBlock="baseline" space="space.100">
            <Box xcss={wordsBox}>
              <Text weight={isUnread ? 'bold' : 'medium'} align="start" maxLines={1}>
                {nameEntry(t, entry)}
              </Text>
            </Box>
            <Box xcss={fixedBox}>
              <Text size="small" color="color.text.subtlest">
                {[...marks, ...(last === null ? [] : [formatShortTime(last.ts)])].join(' · ')}
              </Text>
            </Box>
          </Inline>
          <Inline spread="space-between" alignBlock="center" space="space.100">
            <Box xcss={wordsBox}>
              <Text size="small" align="start" maxLines={1} weight={isUnread ? 'medium' : 'regular'}>
                {last === null ? '' : tellLast(t, last, me.id)}
              </Text>
            </Box>
            {entry.turn === null && entry.reminder === null ? null : (
              <Box xcss={fixedBox}>
                <Inline space="space.050">
                  {entry.turn === null ? null : <TurnLozenge turn={entry.turn} name={null} />}
                  {entry.reminder === null ? null : <ReminderLozenge due={entry.reminder} />}
                </Inline>
              </Box>
            )}
            {isUnread && mentioned ? (
              <Box xcss={fixedBox}>
                <Lozenge appearance="new" maxWidth="none">
                  {t('inbox.mentioned')}
                </Lozenge>
              </Box>
            ) : null}
            {isUnread ? (
              <Box xcss={fixedBox}>
                <Badge appearance="primary" max={99}>
                  {unreadCount}
                </Badge>
                <Unseen>{t('inbox.unreadMark')}</Unseen>
              </Box>
            ) : null}
          </Inline>
        </Box>
      </Inline>
    </Pressable>
  );
};

function tellLast(
  t: Texts,
  { isDeleted, from, text, notice }: NonNullable<InboxEntry['last']>,
  readerId: string,
): string {
  if (notice !== null) return describeNotice(t, notice, readerId);
  if (isDeleted) return t('message.deleted');
  return from === 'me' ? t('inbox.lastMine', { text }) : isolateText(text);
}
