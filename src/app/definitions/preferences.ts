import type { InboxEntry } from './inbox-entry';
import type { Person } from './person';
import type { Result } from './problem';
import type { Absence, QuietHours } from './quiet';

/** Of which first unread messages someone gets a mail, by who or what sent them; and whether others see what they read. */
export interface Choices {
  readonly mailOfPeople: boolean;
  readonly mailOfRules: boolean;
  readonly mailOfPrograms: boolean;
  readonly receipts: boolean;
  /** Whether mentions are told of in muted conversations; null where the service is of the release before. */
  readonly mentionsPassMute: boolean | null;
  /** Whether Enter sends what is written; null where the service is of the release before. */
  readonly enterSends: boolean | null;
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
    /** Null where there are none; they are shown where the service says `enterSends`, which knows of all three or of none. */
    quiet: QuietHours | null;
    away: Absence<Person> | null;
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
