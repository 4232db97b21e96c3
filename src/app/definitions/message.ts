import type { AdfDocument } from '../../document/types';
import type { Person } from './person';

/** The longest text that a message is written from, in UTF-16 code units. The document's own limit may be met before. */
export const longestText = 10_000;

/**
 * What became of a group: who made it public, began it or added people, or who owns it now; between two, who goes on with
 * it in a group.
 */
export interface ShownNotice {
  readonly what: 'made-public' | 'owner' | 'founded' | 'added' | 'continued';
  readonly by: Person;
  /** Who was in it at first beside `by`, or was added; else empty. */
  readonly people: readonly Person[];
  /** Whether they read only what was written from then on. */
  readonly isFromNow: boolean;
  /** The group in which it goes on; null for any other. */
  readonly conversationId: string | null;
}

/** The quick answers that a message may be given. */
export type ReactionName = 'thumbs-up' | 'check' | 'eyes' | 'heart' | 'laugh' | 'thanks';

/** One quick answer to a message, by all who gave it. */
export interface ShownReaction {
  readonly name: ReactionName;
  /** Of everyone, the asker among them. */
  readonly count: number;
  readonly isMine: boolean;
  /** Who gave it beside the asker, the first ten. */
  readonly people: readonly Person[];
}

/** A message as a view needs it. A deleted one has no body. */
export interface ShownMessage {
  readonly id: string;
  readonly from: 'me' | 'them';
  readonly body: AdfDocument | null;
  /** The Markdown for its author to edit; null when it is not the asker's, or when Markdown cannot hold all of it. */
  readonly source: string | null;
  /** ISO 8601, UTC. */
  readonly ts: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  /** An administrator took its words away; otherwise absent. */
  readonly isRemoved?: true;
  /** Set for what an automation rule or a program sent: its own, unverified name for itself. */
  readonly origin: {
    readonly kind: 'rule' | 'client';
    readonly label: string | null;
    /** Whose rule it is; null for a program, and where nobody knows. */
    readonly owner: Person | null;
  } | null;
  /** Set for what the service tells of a group: views draw a sentence of their own in the place of its words. */
  readonly notice: ShownNotice | null;
  /** Null beside an issue, where the thread says who is at its other end. */
  readonly sender: Person | null;
  /**
   * What it is about; null beside that issue itself. Key and summary are what Jira shows the reader of it now, never what
   * the sender wrote beside its id; null where they may see nothing of it.
   */
  readonly issue: { readonly id: string; readonly key: string | null; readonly summary: string | null } | null;
  /** Whether its sender waits for an answer. */
  readonly awaitsAnswer: boolean;
  /** In the order in which they were first given; empty for none, and with a service that knows none. */
  readonly reactions: readonly ShownReaction[];
}

/** Messages in ascending order, and the ids to ask for more with. */
export interface MessagePage {
  readonly messages: readonly ShownMessage[];
  /** Null at the beginning of the conversation. */
  readonly before: string | null;
  /** Null at its end; absent where the page is its end. */
  readonly after?: string | null;
}
