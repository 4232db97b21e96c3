import type { AdfDocument } from '../../document/types';
import type { PanelMessage } from './message';
import type { Person } from './person';
import type { Result } from './problem';
import type { WritingRefusal } from './writing-refusal';

/** A conversation as a line of the inbox. */
export interface InboxEntry {
  readonly id: string;
  readonly kind: 'direct' | 'group';
  /** The other end of a direct conversation; null for a group. */
  readonly person: Person | null;
  /** A group's; empty for a direct conversation. */
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
  readonly isArchived: boolean;
  readonly isMuted: boolean;
  /** The asker's place in a group; null for who is not in it, and for a direct conversation. */
  readonly role: 'owner' | 'member' | null;
  /** 100 is 100 or more. */
  readonly unreadCount: number;
  /** The newest message as plain text of at most 140 characters; null while there is none. */
  readonly last: {
    readonly from: 'me' | 'them';
    readonly text: string;
    readonly isDeleted: boolean;
    /** ISO 8601, UTC. */
    readonly ts: string;
  } | null;
}

/** Every list of the inbox goes on with its `cursor`, which is empty on the last page. */
export interface InboxPage {
  readonly entries: readonly InboxEntry[];
  readonly cursor: string;
}

export interface InboxMessage extends PanelMessage {
  readonly sender: Person;
  /** What it is about. The summary is what the reader may see of the issue now; null where they may see nothing of it. */
  readonly issue: { readonly id: string; readonly key: string; readonly summary: string | null } | null;
}

/** Messages in ascending order, and the id to ask for older ones with; null at the beginning. */
export interface InboxMessages {
  readonly messages: readonly InboxMessage[];
  readonly before: string | null;
}

/** A conversation beside the list. */
export interface InboxThread extends InboxMessages {
  readonly entry: InboxEntry;
  /** Of a group; empty for a direct conversation. */
  readonly members: readonly Person[];
  /** Why the asker cannot write here; null when they can. */
  readonly refusal: WritingRefusal | 'group_archived' | null;
  /** How far others have read, of those who show it. */
  readonly readBy: readonly { readonly person: Person; readonly messageId: string }[];
}

/** A message that a search found. */
export interface InboxHit {
  readonly entry: InboxEntry;
  readonly message: InboxMessage;
}

/** What the inbox may ask. A conversation is named by its id; the service decides whether the asker takes part in it. */
export type InboxDefinitions = {
  /** `unread`: only what has something unread; both lists by the newest activity. 25 a page. */
  inboxList: (ask: { list: 'unread' | 'all' | 'archived'; cursor: string }) => Result<InboxPage>;
  inboxThread: (ask: { id: string }) => Result<InboxThread>;
  inboxOlder: (ask: { id: string; before: string }) => Result<InboxMessages>;
  /** Messages that hold these words, the newest first, and groups and people whose name fits on the first page. */
  inboxSearch: (ask: {
    text: string;
    cursor: string;
  }) => Result<{ entries: readonly InboxEntry[]; hits: readonly InboxHit[]; cursor: string }>;
  inboxSend: (ask: { id: string; text: string; key: string }) => Result<{ message: InboxMessage }>;
  inboxEdit: (ask: { id: string; messageId: string; text: string }) => Result<{ body: AdfDocument; editedAt: string }>;
  inboxRemove: (ask: { id: string; messageId: string }) => Result<{ deletedAt: string }>;
  inboxRead: (ask: { id: string; messageId: string }) => Result<object>;
  inboxMute: (ask: { id: string; isMuted: boolean }) => Result<object>;
  /** A group for everyone (its owner only), a direct conversation for the asker. */
  inboxArchive: (ask: { id: string; isArchived: boolean }) => Result<object>;
  /** People of the site whose name fits, at most 20; never the asker. */
  inboxFindPeople: (ask: { text: string }) => Result<{ people: readonly Person[] }>;
  groupCreate: (ask: {
    name: string;
    topic: string;
    privacy: 'public' | 'private';
    people: readonly string[];
    key: string;
  }) => Result<{ id: string }>;
  groupChange: (ask: { id: string; name: string; topic: string; privacy: 'public' | 'private' }) => Result<object>;
  groupAdd: (ask: { id: string; people: readonly string[] }) => Result<object>;
  groupRemove: (ask: { id: string; person: string }) => Result<object>;
  groupLeave: (ask: { id: string }) => Result<object>;
};
