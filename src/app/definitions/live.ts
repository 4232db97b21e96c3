import type { Person } from './person';
import type { Result } from './problem';

/** The channel on which an open view hears that something has changed. A hint carries ids and never words. */
export const liveChannel = 'aside';

export interface LiveHint {
  /** Null where the sender does not know it: any conversation of the receiver may be meant. */
  readonly conversationId: string | null;
  /** The issue that the message is about; null where it is about none. */
  readonly issueId: string | null;
  /** Set where a reminder of the receiver fell due: a name for it, by which it is told once. */
  readonly reminder?: string;
}

/** Whose hints a token hears: those of an account, or those of a group that is open. */
export type LiveClaims = { readonly accountId: string } | { readonly conversationId: string };

/** A message that has just come and is not read, without its words. */
export interface Arrival {
  readonly messageId: string;
  readonly conversationId: string;
  readonly from: Person;
  readonly sentBy: 'person' | 'rule' | 'client';
  /** Whose rule it is; null for what is no rule's, and where nobody knows. */
  readonly owner: Person | null;
  /** Of a group; null for a direct conversation. */
  readonly group: string | null;
  readonly issueId: string | null;
  /** Whether it mentions the asker. */
  readonly isMention: boolean;
}

/** What every view that keeps itself up to date may ask. */
export type LiveDefinitions = {
  /**
   * A token that hears the asker's own hints, or those of a group that they have open and are in, and no others; null where the platform gives none. `expiresAt` in seconds.
   * `isBusy`: the site has used up what Realtime takes in a second, and whoever can wait does.
   */
  live: (ask: {
    conversationId: string | null;
  }) => Result<{ token: string | null; expiresAt: number; isBusy: boolean }>;
  /** What came within the last two minutes into conversations that the asker has not muted, or mentions them there, the newest first, at most 5. */
  arrivals: () => Result<{ arrivals: readonly Arrival[] }>;
};
