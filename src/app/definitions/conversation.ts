import type { AdfDocument } from '../../document/types';
import type { FollowUp } from './follow-up';
import type { InboxEntry } from './inbox-entry';
import type { MailClosure } from './mail-closure';
import type { MessagePage, ReactionName, ShownMessage } from './message';
import type { Person } from './person';
import type { Result } from './problem';
import type { ReportReason } from './report';
import type { WritingRefusal } from './writing-refusal';

/**
 * Which conversation is meant: what the asker and a person wrote about an issue, which the platform's context names and
 * never the payload; or a whole one, by its id, or by the person at its other end, whether it is there yet or not. The
 * service decides whether the asker takes part in it.
 */
export type Address = { readonly with: string } | { readonly conversationId: string } | { readonly person: string };

/** Others' messages about the issue, or about none (null), are unread where they are later than this id. */
export interface UnreadScope {
  readonly issueId: string | null;
  readonly after: string;
}

/** How far somebody has read: of the issue, or of the whole conversation (null). */
export interface Reading {
  readonly person: Person;
  readonly messageId: string;
  readonly issueId: string | null;
}

/** A conversation as a view opens it: all of it, or what is about the issue that the view stands on. */
export interface OpenedConversation extends FollowUp {
  /** Null while nothing was ever written between the two; beside an issue, about that. */
  readonly conversationId: string | null;
  /** The other end; null for a group. */
  readonly person: Person | null;
  /** What the person is on the issue; false where the view stands on none. */
  readonly isAssignee: boolean;
  readonly isReporter: boolean;
  /** Its line of the inbox; null beside an issue. */
  readonly entry: InboxEntry | null;
  /** Of a group; empty for a direct conversation. */
  readonly members: readonly Person[];
  /** How far others have read, of those who show it. */
  readonly readBy: readonly Reading[];
  /** Beside an issue of what is about it, else of all; 100 is 100 or more. */
  readonly unreadCount: number;
  /** Whether something of that mentions the asker. */
  readonly mentioned: boolean;
  /** Whether the asker has begun to write here; null where it is not known. */
  readonly hasDraft: boolean | null;
  /**
   * Where that begins. Null where the service does not say: one of the release before, which counts whole conversations
   * and can mark nothing as unread.
   */
  readonly unreadIn: readonly UnreadScope[] | null;
  /** Why a message of the asker's would be told by no mail; null where one may, and where nobody asked. */
  readonly mailClosed: MailClosure | null;
  /** Why the asker cannot write here; null when they can. */
  readonly refusal: WritingRefusal | null;
  /** The latest messages, at most 25; null when they were not brought along: ask for them with `page`. */
  readonly page: MessagePage | null;
}

/** How the receiver of a message comes to know of it. */
export interface Told {
  /** Why no mail tells them; null where one may. */
  readonly mailClosed: MailClosure | null;
}

/** What someone wrote: as Markdown, or as a document. */
export type Written = { readonly text: string } | { readonly document: AdfDocument };

/** The revision of the draft that goes with it; absent or null for none. */
export interface Taking {
  readonly draft?: string | null;
}

/** Whether the sender waits for an answer; in a group it is heeded by nobody. */
export interface Asking {
  readonly isQuestion?: boolean;
}

/** What every view of a conversation may ask. Who asks comes from the platform. */
export type ConversationDefinitions = {
  /** Creates nothing, also where nothing was written yet. */
  conversation: (ask: Address) => Result<{ conversation: OpenedConversation }>;
  /**
   * At most 25 messages: the latest ones, or those before, after or around one, at most one of which is named. `around` is
   * for a whole conversation alone.
   */
  page: (
    ask: Address & { before: string | null; after?: string | null; around?: string | null },
  ) => Result<MessagePage>;
  /** `key` is made once for each message that someone composes, so that trying again never sends twice. */
  send: (ask: Address & Written & Taking & Asking & { key: string }) => Result<{ message: ShownMessage } & Told>;
  edit: (
    ask: Address & Written & Taking & { id: string },
  ) => Result<{ body: AdfDocument; source: string | null; editedAt: string }>;
  remove: (ask: Address & { id: string }) => Result<{ deletedAt: string }>;
  /** Says that the asker has read up to this message: what is about the issue, or the conversation. Moves forward only. */
  read: (ask: Address & { id: string }) => Result<object>;
  /** From this message on it is unread again, as far as `read` would reach. */
  unread: (ask: Address & { id: string }) => Result<object>;
  /** Shows a message of somebody else to the administrators of the site. Again, while it waits, is nothing new. */
  report: (ask: Address & { id: string; reason: ReportReason; note: string }) => Result<object>;
  /** Gives a message a quick answer, or takes it back. What is so already stays so. */
  react: (ask: Address & { id: string; name: ReactionName; isGiven: boolean }) => Result<object>;
  /** The asker waits for an answer to their message, or nobody waits for one to this any more. */
  question: (ask: Address & { id: string; isOpen: boolean }) => Result<object>;
  /** Has the asker reminded of a message, or of the conversation as a whole (null), at this time; null for no more. */
  remind: (ask: Address & { message: string | null; due: string | null }) => Result<object>;
};
