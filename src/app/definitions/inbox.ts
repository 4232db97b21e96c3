import type { ConversationDefinitions } from './conversation';
import type { InboxEntry } from './inbox-entry';
import type { ShownMessage } from './message';
import type { Result } from './problem';

/** Every list of the inbox goes on with its `cursor`, which is empty on the last page. */
export interface InboxPage {
  readonly entries: readonly InboxEntry[];
  readonly cursor: string;
}

/** A message that a search found. */
export interface InboxHit {
  readonly entry: InboxEntry;
  readonly message: ShownMessage;
}

/** What the inbox may ask beside its conversations. One is named by its id; the service decides whether the asker takes part in it. */
export type InboxDefinitions = ConversationDefinitions & {
  /** `unread`: only what has something unread; `groups`: no direct ones. All by the newest activity, 25 a page. */
  inboxList: (ask: { list: 'unread' | 'all' | 'groups' | 'archived'; cursor: string }) => Result<InboxPage>;
  /**
   * Messages that hold these words, the newest first; on the first page groups whose name fits, too, and the conversations
   * with `people`, whom the view found.
   */
  inboxSearch: (ask: {
    text: string;
    cursor: string;
    people: readonly string[];
  }) => Result<{ entries: readonly InboxEntry[]; hits: readonly InboxHit[]; cursor: string }>;
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
