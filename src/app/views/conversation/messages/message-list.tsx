import { Box, Button, Heading, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { useUnread } from '../use-unread';
import { DayLine, NewLine } from './dividing-line';
import { type Entry, groupMessages } from './group-messages';
import { ListEntry, type Place } from './list-entry';
import type { HeadingLevel } from './message-row';
import { UnreadBar } from './unread-bar';

/** How many that were read stand above those that were opened, for their context. */
const beforeOpened = 2;

interface Props extends Place {
  /** How many of the newest stand there before older ones are asked for; without it all that are known. */
  readonly most?: number | undefined;
  /** Of the lines with days; authors stand one below. */
  readonly level: 3 | 4;
}

/** A conversation's messages, the newest last, above what is being sent; older ones on demand, and new ones. */
export const MessageList = ({ most, level, ...place }: Props) => {
  const t = useTexts();
  const { dayOf, formatDay } = useReader();
  const { to, conversation, actions } = place;
  const [isWhole, setWhole] = useState(most === undefined);
  const { messages, before, outgoing, isLoaded, isFetching, found } = conversation;
  const unread = useUnread(to, conversation, actions);
  const known = messages.filter((message) => !unread.isHidden(message));
  const opened = unread.begin === null ? -1 : known.findIndex(({ id }) => id === unread.begin);
  const begin = opened >= 0 ? opened - beforeOpened : isWhole || most === undefined ? 0 : known.length - most;
  const shown = known.slice(Math.max(0, begin));
  const isCut = shown.length < known.length;
  const isBeyond = found !== null && isLoaded && !messages.some(({ id }) => id === found.id);
  // Whoever looked for it sees it, also where it is new and stands collapsed.
  const isApart = found !== null && isLoaded && !known.some(({ id }) => id === found.id);
  const showOlder = () => {
    setWhole(true);
    unread.endBeginning();
    if (!isCut && before !== null) void actions.loadPage(to, before);
  };
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
      {!isApart ? null : (
        <Stack space="space.100">
          <Heading as={`h${level}`} size="xxsmall">
            {t('inbox.found')}
          </Heading>
          <Box role="list">{draw({ message: found, isHead: true, saysIssue: found.issue !== null })}</Box>
          {isBeyond ? <Text size="small">{t('inbox.foundGap')}</Text> : null}
        </Stack>
      )}
      {isCut || before !== null ? (
        <Button appearance="subtle" spacing="compact" isDisabled={isFetching} onClick={showOlder}>
          {t('thread.older')}
        </Button>
      ) : null}
      {groupMessages({ messages: shown, outgoing, firstNew: unread.first, dayOf }).map(
        ({ key, day, isNew, entries }) => (
          <Stack key={key}>
            {day === null ? null : (
              <DayLine day={formatDay(day, { today: t('day.today'), yesterday: t('day.yesterday') })} level={level} />
            )}
            {isNew ? <NewLine label={t('unread.line')} /> : null}
            <Box role="list">
              <Stack>{entries.map(draw)}</Stack>
            </Box>
          </Stack>
        ),
      )}
    </Stack>
  );
};
