import type { Conversation, Issue, Message, MessageList, Origin, Sender } from '../../contract/resources';
import type { AdfDocument } from '../../document/types';

/** A conversation as the caller sees it, with what the rules need to know of the caller's place in it. */
export interface SeenConversation {
  readonly conversation: Conversation;
  readonly isMember: boolean;
  /** Only what is later than this message is open to the caller; null: all of it. */
  readonly readsAfterId: string | null;
  readonly isOwner: boolean;
}

/** The last row of a page: where the next one begins. `name` when ordered by name, `activity` (ISO time) by activity. */
export interface ListPosition {
  readonly key: string;
  readonly id: string;
}

export interface ConversationQuery {
  readonly cloudId: string;
  readonly callerId: string;
  /** Public groups of the site are listed to its Jira users; OAuth clients and the app see only their own. */
  readonly seesPublicGroups: boolean;
  readonly excludeDirect: boolean;
  readonly includeArchived: boolean;
  readonly includePrivate: boolean;
  /** Part of a group's name, any case; empty matches all. */
  readonly name: string;
  /** Only conversations with something unread, of `issueId` where there is one. */
  readonly unreadOnly: boolean;
  /** Only where the caller has a draft, only direct ones with programs, or only what is to be followed up: where one of two waits for an answer, or the caller has a reminder; neither an issue, a name nor people go with it. */
  readonly among: 'all' | 'drafts' | 'programs' | 'followed';
  /** Only conversations in which something unread mentions the caller, of `issueId` where there is one. */
  readonly mentionedOnly: boolean;
  readonly issueId: string | null;
  readonly userIds: readonly string[];
  readonly order: 'name' | 'activity';
  readonly sort: 'asc' | 'desc';
  readonly limit: number;
  readonly after: ListPosition | null;
  readonly expandActivity: boolean;
  /** How many of the latest messages about `issueId` each conversation carries; 0 for none. */
  readonly messagesOfIssue: number;
}

export interface ConversationPage {
  readonly values: Conversation[];
  readonly next: ListPosition | null;
}

/** At most one position; none reads the latest messages. */
export interface MessageWindow {
  readonly limit: number;
  readonly position:
    | { readonly kind: 'latest' }
    | { readonly kind: 'afterMessage' | 'beforeMessage'; readonly id: string }
    | { readonly kind: 'afterTimestamp' | 'beforeTimestamp'; readonly at: Date };
  readonly issueId: string | null;
}

/** An `Idempotency-Key` and a hash of what was asked under it; scope is (site, caller, key), kept for 24 hours. */
export interface IdempotencyClaim {
  readonly key: string;
  readonly fingerprint: string;
}

/** One of what a send counts against: at most `limit` a minute of this caller under one `subject`, over all nodes. */
export interface SendQuota {
  /** For whom it counts, where that is not the sender: the account of a rule, whose `subject` is the rule. */
  readonly callerId?: string;
  /** The other end or the conversation where each counts for itself; empty where all of a caller's sends count together. */
  readonly subject: string;
  readonly limit: number;
}

/** How many were sent under a quota in the window that ends then, this one among them. */
export interface SendCount {
  readonly sends: number;
  readonly endsAt: Date;
  /** What it may come to, where it is a rule's count and not the caller's. */
  readonly limitOfRule?: number;
}

export interface NewMessage {
  readonly cloudId: string;
  readonly sender: Sender;
  readonly recipientId: string;
  readonly body: AdfDocument;
  readonly text: string;
  readonly issue: Issue | null;
  readonly origin: Origin;
  readonly claim: IdempotencyClaim | null;
  /** Each of another subject. Empty where nothing is limited. */
  readonly quotas: readonly SendQuota[];
  /** The revision of the sender's draft that goes with the message, in the same commit. */
  readonly draft?: string | undefined;
  /** Whether the sender waits for an answer; heeded in a direct conversation alone. */
  readonly isQuestion?: boolean | undefined;
}

export interface NewGroup {
  readonly cloudId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
  /** What it is begun beside. */
  readonly issue: Issue | null;
  /** Who is in it from the beginning, without the owner. */
  readonly members: readonly string[];
  /** The members as they were sent, by whose places a refusal names them. `members` where it is not there. */
  readonly sentMembers?: readonly string[];
  /** The direct conversation that goes on in it, and the rule that holds for that, asked as that of a `Permit`. */
  readonly follows: {
    readonly conversationId: string;
    readonly decide: (seen: SeenConversation | null) => void;
  } | null;
  readonly claim: IdempotencyClaim | null;
}

/** `replayed`: this key was used before for the same thing, and this is what it made then. `mismatch`: for another thing. */
export type Creation<T> =
  | { readonly outcome: 'created' | 'replayed'; readonly value: T }
  | { readonly outcome: 'mismatch' }
  /** The first request under this key had not finished after 5 s. */
  | { readonly outcome: 'in-flight' }
  /** Nothing was made: what it was for is not there, or not open to the caller (any more). */
  | { readonly outcome: 'refused' }
  /** The receiver has blocked the sender. The key was not used up. */
  | { readonly outcome: 'blocked' }
  /** More than a quota allows; the key was not used up. */
  | { readonly outcome: 'limited' };

/** How a send went, and what it counted to under each of its quotas, in their order; nothing where it was under none. */
export type SendAnswer = Creation<{ readonly id: string }> & { readonly counts?: readonly SendCount[] };

/** What the rules of a change need to know of the message, beside its conversation. */
export interface ChangingMessage {
  readonly senderId: string;
  readonly isDeleted: boolean;
  /** Nobody else is in the conversation but one who has blocked the caller, or the account whose rule sent it. */
  readonly isBarred: boolean;
}

/**
 * Who changes a message, and the rule that holds for it, asked as that of a `Permit`: within the change, of the
 * conversation and the message as they stand once nobody else can change the conversation. Null where there is none.
 */
export interface ChangePermit {
  readonly callerId: string;
  readonly decide: (seen: SeenConversation | null, message: ChangingMessage | null) => void;
}

/**
 * What the rules need from a store. Every method works within one site. An id of another site is never found.
 * A store that cannot be reached throws `StoreUnavailable`.
 */
export interface ConversationStore {
  /** Only conversations that the caller may see: own ones and, if asked for, public groups. */
  listConversations(query: ConversationQuery): Promise<ConversationPage>;
  /** Null where there is none in this site; what the caller may see of it is for the rules to say. */
  findConversation(cloudId: string, conversationId: string, callerId: string): Promise<SeenConversation | null>;
  /**
   * Gets or creates; the same one for any number of concurrent calls from either end.
   * @throws AppError `blocked` where there is none and the other end has blocked the caller.
   */
  openDirect(cloudId: string, callerId: string, otherId: string): Promise<Conversation>;
  /** The same where there is one, and null where there is none: nothing is created. */
  findDirect(cloudId: string, callerId: string, otherId: string): Promise<SeenConversation | null>;
  /**
   * With all its members, or none at all. What it follows is told of it there.
   * @throws AppError `forbidden` with who has blocked the owner, and what the rule of `follows` throws.
   */
  createGroup(group: NewGroup): Promise<Creation<Conversation>>;
  /** Durable when it returns, with its idempotency record in the same commit. Creates the conversation where there is none. */
  sendDirect(message: NewMessage): Promise<SendAnswer>;
  /** An empty list where there is no conversation, which is not created. */
  readDirect(cloudId: string, callerId: string, otherId: string, window: MessageWindow): Promise<MessageList>;
  /** A message, deleted or not, of the direct conversation between these two; null where there is none. */
  findDirectMessage(cloudId: string, callerId: string, otherId: string, messageId: string): Promise<Message | null>;
  /** False when the message was deleted meanwhile. @throws what the permit's rule throws, as the next. */
  replaceMessage(
    message: Pick<Message, 'id' | 'conversationId'> & {
      cloudId: string;
      body: AdfDocument;
      text: string;
      draft?: string | undefined;
    },
    permit: ChangePermit,
  ): Promise<boolean>;
  /** Takes the words away for good and leaves a tombstone. False when it was deleted meanwhile. */
  eraseMessage(
    message: Pick<Message, 'id' | 'conversationId'> & { cloudId: string },
    permit: ChangePermit,
  ): Promise<boolean>;
}
