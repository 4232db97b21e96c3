/**
 * Someone at the other end of a thread.
 * `person` is an Atlassian account of a human; `app` and `customer` are Jira's other account types; `program` is a sender
 * of the conversation service that Jira does not know (an OAuth client, or the app itself); `unknown` is an account
 * that Jira does not show to the asker, or not any more.
 */
export interface Person {
  readonly id: string;
  /** Null where Jira gives none. */
  readonly name: string | null;
  readonly kind: 'person' | 'app' | 'customer' | 'program' | 'unknown';
  readonly active: boolean;
}
