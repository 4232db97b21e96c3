import type { InboxEntry } from './inbox';
import type { Person } from './person';
import type { Result } from './problem';

/** Of which first unread messages someone gets a mail, by who or what sent them; and whether others see what they read. */
export interface Choices {
  readonly mailOfPeople: boolean;
  readonly mailOfRules: boolean;
  readonly mailOfPrograms: boolean;
  readonly receipts: boolean;
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
  block: (ask: { person: string }) => Result<object>;
  unblock: (ask: { person: string }) => Result<object>;
};
