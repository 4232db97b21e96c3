import { Badge, Box, Inline, Pressable, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import { type InboxEntry, isolateText } from '../../../definitions';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { nameEntry } from '../state/name-entry';

const line = xcss({ width: '100%', padding: 'space.100', backgroundColor: 'color.background.neutral.subtle' });
// A bar as well as a colour: which one is open must be seen without colours.
const openLine = xcss({
  width: '100%',
  padding: 'space.100',
  backgroundColor: 'color.background.selected',
  borderLeftStyle: 'solid',
  borderLeftWidth: 'border.width.selected',
  borderLeftColor: 'color.border.selected',
});

interface Props {
  readonly entry: InboxEntry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** A conversation in a list: who or which group, the last words, when, and what is unread. */
export const EntryLine = ({ entry, isOpen, onOpen }: Props) => {
  const t = useTexts();
  const { formatTime } = useReader();
  const { last, unreadCount } = entry;
  const marks = [
    // The open one shows its words.
    ...(entry.hasDraft && !isOpen ? [t('inbox.hasDraft')] : []),
    ...(entry.kind === 'group' ? [t('inbox.isGroup')] : []),
    ...(entry.isMuted ? [t('inbox.isMuted')] : []),
    ...(entry.isArchived ? [t('inbox.isArchived')] : []),
  ];
  return (
    <Pressable xcss={isOpen ? openLine : line} onClick={onOpen}>
      <Stack space="space.050">
        <Inline spread="space-between" alignBlock="center" space="space.100">
          <Text weight={unreadCount > 0 ? 'bold' : 'medium'} align="start" maxLines={1}>
            {nameEntry(t, entry)}
          </Text>
          {unreadCount === 0 ? null : (
            <Inline space="space.050" alignBlock="center">
              <Badge appearance="primary" max={99}>
                {unreadCount}
              </Badge>
              <Text size="small">{t('inbox.unreadMark')}</Text>
            </Inline>
          )}
        </Inline>
        {last === null ? null : (
          <Text size="small" align="start" maxLines={2}>
            {last.isDeleted
              ? t('message.deleted')
              : last.from === 'me'
                ? t('inbox.lastMine', { text: last.text })
                : isolateText(last.text)}
          </Text>
        )}
        <Box>
          <Text size="small" align="start" color="color.text.subtlest">
            {[...(last === null ? [] : [formatTime(last.ts)]), ...marks].join(' · ')}
          </Text>
        </Box>
      </Stack>
    </Pressable>
  );
};
