import type { InboxEntry } from './inbox-entry';
import type { Person } from './person';
import type { Result } from './problem';

/** Of which first unread messages someone gets a mail, by who or what sent them; and whether others see what they read. */
export interface Choices {
  readonly mailOfPeople: boolean;
  readonly mailOfRules: boolean;
  readonly mailOfPrograms: boolean;
  readonly receipts: boolean;
  /** Whether mentions are told of in muted conversations; null where the service is of the release before. */
  readonly mentionsPassMute: boolean | null;
}

/**
 * What became of a test mail. `handed`: Jira took it, and no more is known. `waits`: there was one within the hour, and
 * another one may be asked for at `until` (ISO 8601, UTC). `blind`: the app does not see the issue. `refused`: Jira does
 * not take it.
 */
export interface TestMailAnswer {
  readonly outcome: 'handed' | 'waits' | 'blind' | 'refused';
  readonly until: string | null;
}

/** What the personal settings page may ask. All of it is kept by the service, so that every sender meets it. */
export type PreferenceDefinitions = {
  preferences: () => Result<{
    choices: Choices;
    blocked: readonly Person[];
    /** The muted ones among the asker's 200 most recent conversations. */
    muted: readonly InboxEntry[];
  }>;
  preferencesSave: (ask: { choices: Choices }) => Result<object>;
  /** A mail to the asker about this issue, by its key; one an hour. */
  testMail: (ask: { issue: string }) => Result<TestMailAnswer>;
  block: (ask: { person: string }) => Result<object>;
  unblock: (ask: { person: string }) => Result<object>;
};
