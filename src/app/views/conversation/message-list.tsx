import { Button, Heading, Inline, Stack, Text } from '@forge/react';
import React from 'react';
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
import { useColumn } from './pages/use-column';
import { usePages } from './pages/use-pages';
import type { ConversationState } from './state/conversation-state';
import { UnreadBar } from './unread-bar';
import type { ConversationActions } from './use-conversations';
import { useUnread } from './use-unread';
import type { Writing } from './writing';

interface Props {
  /** The conversation's name in the view. */
  readonly to: string;
  readonly conversation: ConversationState;
  readonly actions: ConversationActions;
  readonly writing: Writing;
  readonly composing: Composing;
  /** How many of the newest stand there before older ones are asked for; without it all that are known. */
  readonly most?: number | undefined;
  /** Whether a page that fits stands there, in place of a column that grows. */
  readonly isPaged?: boolean;
}

/** A conversation's messages, the newest last, above what is being sent; older ones on demand, and new ones. */
export const MessageList = ({ to, conversation, actions, writing, composing, most, isPaged = false }: Props) => {
  const t = useTexts();
  const { me, formatTime, joinNames } = useReader();
  const { person, entry, messages, apart, outgoing, isFetching, foundId } = conversation;
  const unread = useUnread(to, conversation, actions, isPaged);
  // Whoever looked for one sees it, also where it is new and the others stand collapsed.
  const known = (apart?.messages ?? messages).filter((it) => it.id === foundId || !unread.isHidden(it));
  const parts = { to, conversation, known, unread, actions };
  const column = useColumn({ ...parts, most });
  const page = usePages(parts);
  const { shown, earlier, later, latest } = isPaged ? page : column;
  const mine = lastOfMine(conversation);
  const reading = mine === null ? null : describeReading({ t, joinNames }, conversation, mine);

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
        {message.id === foundId ? (
          <Heading as="h4" size="xxsmall">
            {t('inbox.found')}
          </Heading>
        ) : null}
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
      {earlier === null ? null : (
        <Button appearance="subtle" spacing="compact" isDisabled={isFetching} onClick={earlier}>
          {t(isPaged ? 'thread.earlier' : 'thread.older')}
        </Button>
      )}
      {shown.map(item)}
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
