import type { Person } from './person';
import type { Result } from './problem';
import type { ReviewDefinitions } from './report';

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
    /** How far its clock is ahead of that of Atlassian's machine, in milliseconds; null where it does not say. */
    readonly clockAhead: number | null;
    /** Of its public address, as it sees it itself. `ends` is null where it could make no connection; null where it does not know. */
    readonly certificate: { readonly host: string; readonly ends: string | null } | null;
  } | null;
  /** The release of the app's own that the platform runs; null where it does not say. */
  readonly appVersion: string | null;
  /** What Realtime says to a hint: `works`, or the platform's word for why not. */
  readonly realtime: string;
  /** Of Jira, in this hour. */
  readonly points: {
    /** How many the app has, over all of its sites. */
    readonly quota: number;
    /** What mails of this site have taken, as the app counts them, and what they may at most. */
    readonly mails: number;
    readonly mostOfMails: number;
    /** Until when no mail is sent, since they are spent or nearly so; null while mails go. ISO 8601, UTC. */
    readonly pausedUntil: string | null;
  };
}

/** A program that may use the service for this site, as whoever runs the service made it. */
export interface SiteClient {
  readonly id: string;
  readonly name: string;
  readonly mayManage: boolean;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly revokedAt: string | null;
  /** The hour in which it was last let in; null where none is known. */
  readonly usedAt: string | null;
}

/** What is kept, for how long, and for which programs. */
export interface SiteData {
  /** Null: for ever. */
  readonly retentionDays: number | null;
  /** When old messages were last looked for. */
  readonly purgedAt: string | null;
  readonly clients: readonly SiteClient[];
}

/** A line of the audit. */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  /** A person, or what the service calls whoever it was: a program, the command line, the service itself. */
  readonly actor: Person | string;
  readonly action: string;
  /** Where it is an account a person, else an id. */
  readonly subject: Person | string | null;
  /** Numbers, ids and words of ours, by name. */
  readonly details: string;
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
export type SettingsDefinitions = ReviewDefinitions & {
  settings: () => Result<{ switches: Switches; trigger: TriggerState }>;
  switchesSave: (ask: { switches: Switches }) => Result<object>;
  findProjects: (ask: { text: string }) => Result<{ projects: readonly { id: string; key: string; name: string }[] }>;
  testConnection: () => Result<{ steps: readonly ConnectionStep[] }>;
  /** Makes a new secret, which is shown now and never again; the one before it stops working at once. */
  triggerRotate: () => Result<{ secret: string; trigger: TriggerState }>;
  deliveries: (ask: { cursor: string }) => Result<{ deliveries: readonly Delivery[]; cursor: string }>;
  health: () => Result<{ health: SiteHealth }>;
  siteData: () => Result<{ data: SiteData }>;
  /** Who did what to whom, the newest first, 25 a page. */
  audit: (ask: { cursor: string }) => Result<{ records: readonly AuditLine[]; cursor: string }>;
  /**
   * Names and values that help to find a fault: the names of what the platform passes (its values can be tokens or
   * people), what it says of the app and of this installation, the claims of a token as the service received it
   * (redacted there), and what came of what the app tried.
   */
  diagnostics: () => Result<{ lines: readonly { name: string; value: string }[] }>;
};
