import type { ConversationDefinitions } from './conversation';
import type { InboxEntry } from './inbox-entry';
import type { ShownMessage } from './message';
import type { Result } from './problem';
import type { OwnChoices } from './quiet';

/** Every list of the inbox goes on with its `cursor`, which is empty on the last page. */
export interface InboxPage {
  readonly entries: readonly InboxEntry[];
  readonly cursor: string;
  /** What the asker chose, where that was asked for and the service said it; null where it knows of none. */
  readonly own?: OwnChoices | null;
}

/** Which conversations a list of the inbox holds. */
export type InboxListName =
  | 'unread'
  | 'mentions'
  | 'followUp'
  | 'all'
  | 'groups'
  | 'rules'
  | 'drafts'
  | 'archived'
  | 'issue';

/** A message that a search found. */
export interface InboxHit {
  readonly entry: InboxEntry;
  readonly message: ShownMessage;
}

/** What the inbox may ask beside its conversations. One is named by its id; the service decides whether the asker takes part in it. */
export type InboxDefinitions = ConversationDefinitions & {
  /**
   * All by the newest activity, 25 a page. `unread`: only what has something unread, `mentions`: where that mentions the asker; `followUp`: where somebody waits for an answer or the asker has a reminder; `groups`: no direct ones; `rules`: what
   * rules and programs wrote; `drafts`: where the asker has begun to write, on the first page also to whom they never
   * wrote; `issue`: what is about the issue that is named, archived ones too.
   */
  inboxList: (ask: { list: InboxListName; cursor: string; issue?: string | null; own?: boolean }) => Result<InboxPage>;
  /**
   * Messages that hold these words, the newest first; on the first page groups whose name fits, too, and the conversations
   * with `people`, whom the view found. A page may be short, or empty, and no end: with a `cursor`, what is older was not
   * looked through yet. `mayBegin`: whether the settings let people begin a conversation from here.
   */
  inboxSearch: (ask: {
    text: string;
    cursor: string;
    people: readonly string[];
  }) => Result<{ entries: readonly InboxEntry[]; hits: readonly InboxHit[]; cursor: string; mayBegin?: boolean }>;
  /**
   * Marks all as read that had come when it was first asked; goes on with `cursor`, which is empty once all of it is
   * done. `count`: conversations in which something was.
   */
  inboxReadAll: (ask: { cursor: string }) => Result<{ count: number; cursor: string }>;
  inboxMute: (ask: { id: string; isMuted: boolean }) => Result<object>;
  /** A group for everyone (its owner only), a direct conversation for the asker. */
  inboxArchive: (ask: { id: string; isArchived: boolean }) => Result<object>;
  groupCreate: (ask: {
    name: string;
    topic: string;
    privacy: 'public' | 'private';
    people: readonly string[];
    key: string;
  }) => Result<{ id: string }>;
  groupChange: (ask: { id: string; name: string; topic: string; privacy: 'public' | 'private' }) => Result<object>;
  /** Who is added reads all, or what is written `from-now` on. Whether they see what the group is beside the view asks Jira. */
  groupAdd: (ask: { id: string; people: readonly string[]; history: 'all' | 'from-now' }) => Result<object>;
  groupRemove: (ask: { id: string; person: string }) => Result<object>;
  groupLeave: (ask: { id: string }) => Result<object>;
};
