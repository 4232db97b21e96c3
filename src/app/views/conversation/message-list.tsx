import { Button, Heading, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { ShownMessage } from '../../definitions';
import { describeProblem } from '../shared/describe-problem';
import { namePerson } from '../shared/name-person';
import { PersonAvatar } from '../shared/person-avatar';
import { sayWrong } from '../shared/say-wrong';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';
import type { Composing } from './composing';
import { describeReading, lastOfMine } from './describe-reading';
import { GroupNotice } from './group-notice';
import { IssueLink } from './issue-link';
import { MessageItem } from './message-item';
import { OutgoingList } from './outgoing-list';
import type { ConversationState } from './state/conversation-state';
import { UnreadBar } from './unread-bar';
import type { ConversationActions } from './use-conversations';
import { useUnread } from './use-unread';
import type { Writing } from './writing';

/** How many that were read stand above those that were opened, for their context. */
const beforeOpened = 2;

interface Props {
  /** The conversation's name in the view. */
  readonly to: string;
  readonly conversation: ConversationState;
  readonly actions: ConversationActions;
  readonly writing: Writing;
  readonly composing: Composing;
  /** How many of the newest stand there before older ones are asked for; without it all that are known. */
  readonly most?: number | undefined;
}

/** A conversation's messages, the newest last, above what is being sent; older ones on demand, and new ones. */
export const MessageList = ({ to, conversation, actions, writing, composing, most }: Props) => {
  const t = useTexts();
  const { me, formatTime, joinNames } = useReader();
  const [isWhole, setWhole] = useState(most === undefined);
  const { person, entry, messages, before, outgoing, isLoaded, isFetching, found } = conversation;
  const unread = useUnread(to, conversation, actions);
  const known = messages.filter((message) => !unread.isHidden(message));
  const opened = unread.begin === null ? -1 : known.findIndex(({ id }) => id === unread.begin);
  const begin = opened >= 0 ? opened - beforeOpened : isWhole || most === undefined ? 0 : known.length - most;
  const shown = known.slice(Math.max(0, begin));
  const isCut = shown.length < known.length;
  const mine = lastOfMine(conversation);
  const reading = mine === null ? null : describeReading({ t, joinNames }, conversation, mine);
  const isBeyond = found !== null && isLoaded && !messages.some(({ id }) => id === found.id);
  // Whoever looked for it sees it, also where it is new and stands collapsed.
  const isApart = found !== null && isLoaded && !known.some(({ id }) => id === found.id);
  const showOlder = () => {
    setWhole(true);
    unread.endBeginning();
    if (!isCut && before !== null) void actions.loadPage(to, before);
  };

  const markUnread = async (id: string) => {
    const problem = await actions.markUnread(to, id);
    if (problem === null) unread.close();
    else sayWrong(t('unread.notUnread'), describeProblem(t, problem));
  };

  const item = (message: ShownMessage) => {
    const { id, notice, ts } = message;
    if (notice !== null) return <GroupNotice key={id} notice={notice} ts={ts} />;
    const author = message.from === 'me' ? me : (message.sender ?? person ?? me);
    return (
      <Stack key={message.id} space="space.050">
        <MessageItem
          message={message}
          avatar={<PersonAvatar person={author} />}
          author={message.from === 'me' ? t('people.you') : namePerson(t, author)}
          time={formatTime(message.ts)}
          onEdit={(words) => actions.edit(to, message.id, words)}
          onRemove={() => actions.remove(to, message.id)}
          kept={{
            words: () => writing.editOf(message.id),
            keep: (words) => writing.keepEdit(to, message.id, words),
          }}
          {...(composing.isStanding ? { onEditBelow: () => composing.edit(to, message.id) } : {})}
          {...(mayMarkUnread(conversation, message) ? { onMarkUnread: () => void markUnread(message.id) } : {})}
          isEditedBelow={composing.isStanding && composing.editedIn(to) === message.id}
        />
        {message.issue === null ? null : <IssueLink issue={message.issue} />}
        {message.id !== mine?.id || reading === null ? null : (
          <Text size="small" {...(entry === null ? ({ color: 'color.text.subtlest' } as const) : {})}>
            {reading}
          </Text>
        )}
      </Stack>
    );
  };

  return (
    <Stack space="space.200">
      <UnreadBar unread={unread} />
      {!isApart ? null : (
        <Stack space="space.100">
          <Heading as="h4" size="xxsmall">
            {t('inbox.found')}
          </Heading>
          {item(found)}
          {isBeyond ? <Text size="small">{t('inbox.foundGap')}</Text> : null}
        </Stack>
      )}
      {isCut || before !== null ? (
        <Button appearance="subtle" spacing="compact" isDisabled={isFetching} onClick={showOlder}>
          {t('thread.older')}
        </Button>
      ) : null}
      {shown.map(item)}
      <OutgoingList
        outgoing={outgoing}
        onRetry={(it) => actions.retry(to, it)}
        onDiscard={(it) => actions.discard(to, it)}
      />
    </Stack>
  );
};

/** Who only reads a public group has nothing unread there, and an older service knows no way back. */
function mayMarkUnread({ entry, unreadIn }: ConversationState, { from, body }: ShownMessage): boolean {
  const takesPart = entry === null || entry.kind === 'direct' || entry.role !== null;
  return unreadIn !== null && takesPart && from === 'them' && body !== null;
}
