import type { ShownMessage, ShownNotice } from './message';
import type { Person } from './person';

/** A conversation as a line of the inbox. */
export interface InboxEntry {
  /** Of the conversation; `keyOfPerson` where there is none yet. */
  readonly id: string;
  readonly kind: 'direct' | 'group';
  /** The other end of a direct conversation; null for a group. */
  readonly person: Person | null;
  /** A group's; empty for a direct conversation. */
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
  /**
   * What a group was begun beside; null for any other. Key and summary are what Jira shows the reader of it now; null where
   * they see nothing of it.
   */
  readonly issue: { readonly id: string; readonly key: string | null; readonly summary: string | null } | null;
  readonly isArchived: boolean;
  readonly isMuted: boolean;
  /** The asker's place in a group; null for who is not in it, and for a direct conversation. */
  readonly role: 'owner' | 'member' | null;
  /** 100 is 100 or more. */
  readonly unreadCount: number;
  /** Whether something unread mentions the asker. */
  readonly mentioned: boolean;
  /** Whether the asker has begun to write there. */
  readonly hasDraft: boolean;
  /** Whose answer is waited for in a direct conversation: the asker's own (`mine`) before that of the other end; null for nobody's. */
  readonly turn: 'mine' | 'theirs' | null;
  /** When the asker's first reminder here is due; null for none. ISO 8601, UTC. */
  readonly reminder: string | null;
  /** In the list of drafts: the issues about which the asker has begun to write there. Their titles are the view's to ask. */
  readonly draftsOn?: readonly NonNullable<ShownMessage['issue']>[];
  /** The newest message as plain text of at most 140 characters; null while there is none. */
  readonly last: {
    readonly from: 'me' | 'them';
    readonly text: string;
    readonly isDeleted: boolean;
    /** ISO 8601, UTC. */
    readonly ts: string;
    readonly notice: ShownNotice | null;
  } | null;
}
