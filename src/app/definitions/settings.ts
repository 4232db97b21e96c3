import type { Person } from './person';
import type { Result } from './problem';

/** Who may send. A project that is not named follows `isOn`. */
export interface Switches {
  readonly isOn: boolean;
  /** Projects in which nobody may send, by their numeric id. */
  readonly projectsOff: readonly { readonly id: string; readonly key: string; readonly name: string }[];
  /** Whether automation rules and the web trigger may send. */
  readonly rulesMaySend: boolean;
  /** Whether only those may write who hold the app's permission in the project. */
  readonly byPermission: boolean;
  /** Whether people may begin a conversation that is about no work item, with whom Jira shows them. */
  readonly peopleMayBegin: boolean;
  /** Whether people see how far others have read; each of them can switch it off for themselves. */
  readonly receipts: boolean;
  /** Whether what people began to write is kept by the service. */
  readonly keepsDrafts: boolean;
}

/** Why a genuine token is not taken. `seconds`: how far the service's clock is off, where that is the reason. */
export interface TokenReason {
  readonly word: 'clock_ahead' | 'clock_behind' | 'audience' | 'not_set_up' | 'environment' | 'life' | 'claim';
  readonly seconds: number | null;
}

/** What the settings say of how the site is doing. */
export interface SiteHealth {
  /** Of the last seven days. `isMore`: there are more than were counted. */
  readonly mails: {
    readonly handed: number;
    readonly unreadAfterDay: number;
    readonly isMore: boolean;
  };
  /** Null where it does not answer: the connection test says why. */
  readonly service: {
    readonly version: string;
    /** What it can do that a release before it could not, and what of that the app would use and misses. */
    readonly features: readonly string[];
    readonly missing: readonly string[];
  } | null;
}

/** One thing that the connection test looked at, in the order in which it did. */
export interface ConnectionStep {
  readonly step: 'address' | 'reach' | 'identity' | 'site' | 'version';
  readonly outcome: 'ok' | 'failed' | 'not_tried';
  /** The platform's or the service's own code, as it came, for whoever looks for help; null for none. */
  readonly code: string | null;
  /** Why the service does not take the app's token, where it says so; null for none. */
  readonly reason: TokenReason | null;
  /** What was seen: a version, a time in milliseconds. Never a token or a person. */
  readonly detail: string | null;
}

/** A line of the delivery log. Without words: who reads it learns that something was sent, not what. */
export interface Delivery {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly entry: 'rule' | 'webhook' | 'mail' | 'reminder';
  /** Account id; `group` for the members of one; `assignee` or `reporter` where it failed before anyone looked who that is. */
  readonly to: string;
  /** Looked up when it is shown. */
  readonly toName: string | null;
  /** Whose rule it is; null for what is no rule's, and where it is not known. */
  readonly owner: Person | null;
  readonly issueKey: string | null;
  readonly label: string | null;
  /** Of a mail, `sent` is what Jira took: whether and where it arrives is not told to anyone. */
  readonly status: 'sent' | 'queued' | 'failed';
  /** Why it is queued or has failed, as a word of `Problem`, `mail_refused` or `queue_away`; null when sent. */
  readonly reason: string | null;
  readonly tries: number;
}

export interface TriggerState {
  /** Where to send web requests; null where the platform gave none. */
  readonly url: string | null;
  /** When the secret was made; null while there is none. The secret itself is shown once, when it is made. */
  readonly madeAt: string | null;
}

/** What the admin page may ask. Each answer checks that the asker administers Jira. */
export type SettingsDefinitions = {
  settings: () => Result<{ switches: Switches; trigger: TriggerState }>;
  switchesSave: (ask: { switches: Switches }) => Result<object>;
  findProjects: (ask: { text: string }) => Result<{ projects: readonly { id: string; key: string; name: string }[] }>;
  testConnection: () => Result<{ steps: readonly ConnectionStep[] }>;
  /** Makes a new secret, which is shown now and never again; the one before it stops working at once. */
  triggerRotate: () => Result<{ secret: string; trigger: TriggerState }>;
  deliveries: (ask: { cursor: string }) => Result<{ deliveries: readonly Delivery[]; cursor: string }>;
  health: () => Result<{ health: SiteHealth }>;
  /**
   * Names and values that help to find a fault: the names of what the platform passes (its values can be tokens or
   * people), what it says of the app and of this installation, the claims of a token as the service received it
   * (redacted there), and what came of what the app tried.
   */
  diagnostics: () => Result<{ lines: readonly { name: string; value: string }[] }>;
};
