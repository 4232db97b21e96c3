import type { Message, MessageList } from '../../contract/resources';
import type { ListPosition, MessageWindow, NewMessage, SeenConversation, SendAnswer } from './conversation-store';
import type { Page, PageQuery } from './people-store';

/** A message into a conversation that is there, direct or not. */
export type NewConversationMessage = Omit<NewMessage, 'recipientId'> & { readonly conversationId: string };

/** A position's key is the message's conversation. */
export interface MessageSearch extends PageQuery {
  readonly cloudId: string;
  readonly callerId: string;
  /** As in `ConversationQuery`. */
  readonly seesPublicGroups: boolean;
  /** A message holds all of them, each anywhere, in any case. */
  readonly words: readonly string[];
}

/** A conversation as far as its caller may read it. */
export interface OpenConversation extends Pick<SeenConversation, 'readsAfterId'> {
  readonly cloudId: string;
  readonly callerId: string;
  readonly id: string;
}

/** What a member reads for itself: a conversation, or what is about one issue in it. */
export interface ReadingScope {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly memberId: string;
  readonly issueId: string | null;
}

/** What the rules need of messages by the id of their conversation; otherwise as `ConversationStore`. */
export interface MessageStore {
  /** Durable when it returns. `refused`: there is no such conversation, it is archived, or the sender is no member. */
  sendToConversation(message: NewConversationMessage): Promise<SendAnswer>;
  /**
   * The same for who may be no member: the rule is asked as that of a `Permit`, and whoever it lets join is a member in
   * the same commit as the message, or not at all. `too-many`: the group is full.
   */
  joinAndSend(
    message: NewConversationMessage,
    decide: (seen: SeenConversation | null) => 'send' | 'join',
  ): Promise<SendAnswer | 'too-many'>;
  readConversation(conversation: OpenConversation, window: MessageWindow): Promise<MessageList>;
  /** A message with up to so many before and after it; null where it is not open to the caller. */
  readAround(
    conversation: OpenConversation,
    messageId: string,
    counts: { readonly before: number; readonly after: number },
  ): Promise<MessageList | null>;
  /** A message, deleted or not; null where it is not open to the caller. */
  findMessage(conversation: OpenConversation, messageId: string): Promise<Message | null>;
  /**
   * Moves a member's marker forward, never back, and ends what they had marked as unread up to it. False where the
   * message is not of this scope.
   */
  markRead(scope: ReadingScope, messageId: string): Promise<boolean>;
  /** From this message on the scope is unread to its member, whatever their markers say. False as `markRead`. */
  markUnread(scope: ReadingScope, messageId: string): Promise<boolean>;
  /**
   * Marks as read what had come by the time of the first step, in the next conversations of a member by id, so many that
   * no statement runs long. `count`: in how many something was unread. A position's key is that time, in ISO 8601.
   */
  markAllRead(
    cloudId: string,
    memberId: string,
    after: ListPosition | null,
  ): Promise<{ readonly count: number; readonly next: ListPosition | null }>;
  /** Only messages that the caller may read, the newest first. */
  searchMessages(search: MessageSearch): Promise<Page<Message>>;
}
