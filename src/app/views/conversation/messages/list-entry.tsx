import { Box, Text } from '@forge/react';
import React from 'react';
import type { ReactionName, ShownMessage } from '../../../definitions';
import { describeProblem } from '../../shared/describe-problem';
import { namePerson } from '../../shared/name-person';
import { PersonAvatar } from '../../shared/person-avatar';
import { sayWrong } from '../../shared/say-wrong';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import type { Composing } from '../composing';
import { describeReading, lastOfMine } from '../describe-reading';
import { useFollowUp } from '../follow-up/use-follow-up';
import type { ConversationState } from '../state/conversation-state';
import type { ConversationActions } from '../use-conversations';
import type { Writing } from '../writing';
import type { Entry } from './group-messages';
import { GroupNotice } from './group-notice';
import { MessageItem } from './message-item';
import type { HeadingLevel } from './message-row';
import { OutgoingItem } from './outgoing-item';
import { quoteMessage } from './quote-message';

/** A conversation in a view, and what can be done in it. */
export interface Place {
  /** The conversation's name in the view. */
  readonly to: string;
  readonly conversation: ConversationState;
  readonly actions: ConversationActions;
  readonly writing: Writing;
  readonly composing: Composing;
  /** Shows another conversation, by its id; absent where the view cannot. */
  readonly onOpen?: (conversationId: string) => void;
  /** Whether the view stands on what all of it is about, so that no message says it. */
  readonly isBesideIssue?: boolean;
}

interface Props extends Place {
  readonly entry: Entry;
  readonly level: HeadingLevel;
  /** It was marked as unread, with what came after it. */
  readonly onUnread: () => void;
}

/** What stands at one place of the list: a message, one on its way, or what became of a group. */
export const ListEntry = ({ entry, ...rest }: Props) => {
  const t = useTexts();
  const { me } = useReader();
  if ('outgoing' in entry) {
    const { outgoing, isHead } = entry;
    const { to, actions, level } = rest;
    return (
      <OutgoingItem
        outgoing={outgoing}
        author={{ name: t('people.you'), avatar: <PersonAvatar person={me} /> }}
        isHead={isHead}
        level={level}
        onRetry={() => actions.retry(to, outgoing)}
        onDiscard={() => actions.discard(to, outgoing)}
      />
    );
  }
  const { message } = entry;
  if (message.notice !== null) {
    return (
      <Box role="listitem">
        <GroupNotice notice={message.notice} ts={message.ts} onOpen={rest.onOpen} />
      </Box>
    );
  }
  return (
    <StoredEntry
      {...rest}
      message={message}
      isHead={entry.isHead}
      saysIssue={entry.saysIssue && rest.isBesideIssue !== true}
    />
  );
};

type StoredProps = Omit<Props, 'entry'> & { readonly message: ShownMessage } & Pick<Entry, 'isHead' | 'saysIssue'>;

const StoredEntry = ({
  message,
  isHead,
  saysIssue,
  to,
  conversation,
  actions,
  writing,
  composing,
  ...rest
}: StoredProps) => {
  const t = useTexts();
  const { me } = useReader();
  const { id } = message;
  const followUp = useFollowUp({ to, conversation, message, actions });
  const isMine = message.from === 'me';
  const author = isMine ? me : (message.sender ?? conversation.person ?? me);
  const markUnread = async () => {
    const problem = await actions.markUnread(to, id);
    if (problem === null) rest.onUnread();
    else sayWrong(t('unread.notUnread'), describeProblem(t, problem));
  };
  const quote = () => {
    // What is being edited in the frame stays with its message; a quote belongs to a new one.
    composing.edit(to, null);
    writing.quote(to, quoteMessage(message, isMine ? t('quote.mine') : t('quote.of', { name: author.name ?? '…' })));
  };
  const react = async (name: ReactionName, isGiven: boolean) => {
    const problem = await actions.react(to, id, name, isGiven);
    if (problem !== null) sayWrong(t('reaction.notDone'), describeProblem(t, problem));
  };
  return (
    <MessageItem
      message={message}
      author={{ name: isMine ? t('people.you') : namePerson(t, author), avatar: <PersonAvatar person={author} /> }}
      isHead={isHead}
      saysIssue={saysIssue}
      level={rest.level}
      onEdit={(words) => actions.edit(to, id, words)}
      onRemove={() => actions.remove(to, id)}
      kept={{ words: () => writing.editOf(id), keep: (words) => writing.keepEdit(to, id, words) }}
      {...(composing.isStanding ? { onEditBelow: () => composing.edit(to, id) } : {})}
      {...(mayMarkUnread(conversation, message) ? { onMarkUnread: () => void markUnread() } : {})}
      {...(conversation.refusal === null ? { onQuote: quote } : {})}
      {...(isReceived(conversation, message)
        ? { onReport: (reason, note) => actions.report(to, id, reason, note) }
        : {})}
      mayReact={conversation.refusal === null}
      onReact={(name, isGiven) => void react(name, isGiven)}
      isEditedBelow={composing.isStanding && composing.editedIn(to) === id}
      more={followUp.offered}
      foot={
        <>
          {followUp.below}
          <ReadBy conversation={conversation} message={message} />
        </>
      }
    />
  );
};

/** Who has read it, under the last message of mine. */
const ReadBy = ({ conversation, message }: Pick<StoredProps, 'conversation' | 'message'>) => {
  const t = useTexts();
  const { joinNames } = useReader();
  const mine = lastOfMine(conversation);
  const reading = message.id === mine?.id ? describeReading({ t, joinNames }, conversation, mine) : null;
  if (reading === null) return null;
  return (
    <Text size="small" color="color.text.subtle">
      {reading}
    </Text>
  );
};

/** Who only reads a public group has nothing unread there, and an older service knows no way back. */
function mayMarkUnread(conversation: ConversationState, message: ShownMessage): boolean {
  return conversation.unreadIn !== null && isReceived(conversation, message);
}

/** Somebody else's words in a conversation that the reader is in. */
function isReceived({ entry }: ConversationState, { from, body }: ShownMessage): boolean {
  const takesPart = entry === null || entry.kind === 'direct' || entry.role !== null;
  return takesPart && from === 'them' && body !== null;
}
