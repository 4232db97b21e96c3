import { Box, Button, Heading, Inline, Stack, Text } from '@forge/react';
import React, { useRef } from 'react';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { useColumn } from '../pages/use-column';
import { usePages } from '../pages/use-pages';
import { useKeepingUp } from '../use-keeping-up';
import { useUnread } from '../use-unread';
import { DayLine, NewLine } from './dividing-line';
import { type Entry, groupMessages } from './group-messages';
import { ListEntry, type Place } from './list-entry';
import type { HeadingLevel } from './message-row';
import { UnreadBar } from './unread-bar';

interface Props extends Place {
  /** How many of the newest stand there before older ones are asked for; without it all that are known. */
  readonly most?: number | undefined;
  /** Of the lines with days; authors stand one below. */
  readonly level: 3 | 4;
  /** Whether a page that fits stands there, in place of a column that grows. */
  readonly isPaged?: boolean;
  /** Whether somebody attends to its end now. */
  readonly isAttended?: boolean;
}

/** A conversation's messages, the newest last, above what is being sent; older ones on demand, and new ones. */
export const MessageList = ({ most, level, isPaged = false, isAttended = false, ...place }: Props) => {
  const t = useTexts();
  const { dayOf, formatDay } = useReader();
  const { to, conversation, actions } = place;
  const { messages, apart, outgoing, isFetching, foundId } = conversation;
  useKeepingUp(to, conversation, actions.renew);
  // Who turned to an older page sees nothing come.
  const isAtEnd = useRef(true);
  const manner = { isPaged, isAttended: isAttended && isAtEnd.current, most: most ?? Number.POSITIVE_INFINITY };
  const unread = useUnread(to, conversation, actions, manner);
  // Whoever looked for one sees it, also where it is new and the others stand collapsed.
  const known = (apart?.messages ?? messages).filter((it) => it.id === foundId || !unread.isHidden(it));
  const parts = { to, conversation, known, unread, actions };
  const column = useColumn({ ...parts, most });
  const page = usePages({ ...parts, isPaged });
  const { shown, earlier, later, latest } = isPaged ? page : column;
  isAtEnd.current = later === null;
  const draw = (entry: Entry) => (
    <ListEntry
      key={'message' in entry ? entry.message.id : entry.outgoing.key}
      {...place}
      entry={entry}
      level={(level + 1) as HeadingLevel}
      onUnread={unread.close}
    />
  );

  return (
    <Stack space="space.100">
      <UnreadBar unread={unread} />
      {earlier === null ? null : (
        <Button appearance="subtle" spacing="compact" isDisabled={isFetching} onClick={earlier}>
          {t(isPaged ? 'thread.earlier' : 'thread.older')}
        </Button>
      )}
      {groupMessages({
        messages: shown,
        outgoing: later === null ? outgoing : [],
        firstNew: unread.first,
        found: foundId,
        dayOf,
      }).map(({ key, day, isNew, isFound, entries }) => (
        <Stack key={key}>
          {day === null ? null : (
            <DayLine day={formatDay(day, { today: t('day.today'), yesterday: t('day.yesterday') })} level={level} />
          )}
          {isNew ? <NewLine label={t('unread.line')} /> : null}
          {isFound ? (
            <Heading as={`h${level}`} size="xxsmall">
              {t('inbox.found')}
            </Heading>
          ) : null}
          <Box role="list">
            <Stack>{entries.map(draw)}</Stack>
          </Box>
        </Stack>
      ))}
      {later !== null && outgoing.some(({ problem }) => problem !== null) ? (
        <Text color="color.text.danger">{t('thread.unsent')}</Text>
      ) : null}
      {later === null ? null : (
        <Inline alignInline="center" space="space.100">
          <Button appearance="subtle" spacing="compact" isDisabled={isFetching} onClick={later}>
            {t('thread.later')}
          </Button>
          {latest === null ? null : (
            <Button appearance="subtle" spacing="compact" onClick={latest}>
              {t('thread.latest')}
            </Button>
          )}
        </Inline>
      )}
    </Stack>
  );
};
