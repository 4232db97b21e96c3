/** A message whose sender waits for an answer, in a conversation of two. */
export interface OpenQuestion {
  readonly messageId: string;
  /** What it is about; null for no issue. */
  readonly issueId: string | null;
  /** Whether the asker waits, or the other end does. */
  readonly isMine: boolean;
}

/** What the asker wants to be reminded of: a message, or the conversation as a whole (null). */
export interface ShownReminder {
  readonly messageId: string | null;
  /** ISO 8601, UTC. */
  readonly due: string;
}

/** Questions that wait for an answer, and the asker's own reminders. */
export interface FollowUp {
  /** The newest 20; null where the service is of the release before, and knows neither. */
  readonly questions: readonly OpenQuestion[] | null;
  /** Those that are due first, 20 at most. */
  readonly reminders: readonly ShownReminder[];
}
