/** What the platform is asked and answers, as whoever shows it sees it: types, and the modes that it can be put into. */

/**
 * What goes wrong around the app, by choice, so that its states can be seen; `platform/forge/functions/fault-modes.ts` says
 * what each does to a function. `offline` is what the page does by itself: nothing reaches the platform.
 */
export const faultModes = [
  'normal',
  'away',
  'slow',
  'refusing',
  'not-set',
  'jira-slow',
  'jira-quota',
  'jira-blind',
  'no-realtime',
  'offline',
] as const;
export type FaultMode = (typeof faultModes)[number];

/** What an app says beside the title of one of its contexts. */
export interface ContextStatus {
  readonly type: 'badge' | 'lozenge' | 'icon';
  readonly value: { readonly label?: string; readonly type?: string; readonly url?: string };
}

/** When a page asks for it. */
export type StatusMoment = 'load' | 'open' | 'close';

export interface InvokeRequest {
  readonly moduleKey: string;
  readonly functionKey: string;
  /** Null where the module is not on an issue. */
  readonly issueKey: string | null;
  readonly localId: string;
  readonly payload?: unknown;
}

/** `needs-consent`: the platform asks the person to allow the app, in place of the view. */
export type InvokeReply =
  | { readonly outcome: 'value'; readonly value?: unknown }
  | { readonly outcome: 'needs-consent' }
  | { readonly outcome: 'failed'; readonly message: string };

/** A mail that the app had Jira send, in the tray of the person who gets it. `GET /preview/mails` is theirs, the newest first. */
export interface JiraMail {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  /** As the app wrote it; null where it wrote none. Drawn without scripts. */
  readonly html: string | null;
  readonly issueKey: string;
}

/** One run of the automation rule, as Jira's audit log shows it. */
export interface RuleRun {
  readonly at: string;
  readonly issueKey: string;
  readonly outcome:
    | { readonly kind: 'done'; readonly outputs: Readonly<Record<string, unknown>> }
    | { readonly kind: 'refused'; readonly messages: readonly string[] };
}

/** What a rule begins with: someone who runs it on an issue, or an issue that gets an assignee. */
export type RuleTrigger = 'manual' | 'assigned';

/**
 * A rule of the room: a trigger, then the app's action. `GET /preview/rules` lists them, `PUT /preview/rules/<key>` takes
 * `inputs` or `isOn`, `POST /preview/rules/<key>/run` with `{ issueKey }` answers a `RuleRun`. Smart values
 * (`{{issue.key}}`, `{{issue.summary}}`, `{{issue.assignee.accountId}}`, `{{rule.name}}`) are put in before the run.
 */
export interface Rule {
  readonly key: string;
  readonly name: string;
  readonly trigger: RuleTrigger;
  readonly isOn: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The newest first, at most 20. */
  readonly runs: readonly RuleRun[];
}

/** `GET /preview/schedules`; `POST /preview/schedules/<key>/run` runs one now, as its time would. */
export interface Schedule {
  readonly key: string;
  readonly interval: string;
  /** ISO 8601, UTC; null before the first run. */
  readonly lastRun: string | null;
}

/** Of what kind something is that the platform does for the app; each is counted on its own. */
export type HappeningKind =
  | 'invocation'
  | 'jira'
  | 'remote'
  | 'storage'
  | 'realtime'
  | 'queue'
  | 'event'
  | 'atlassian'
  | 'hint'
  | 'log';

/** Something that the platform did, as it shows under the hood. */
export interface Happening {
  /** Counts up from 1. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: HappeningKind;
  /** One line: `GET /rest/api/3/issue/10101`, `panel`. */
  readonly title: string;
  /** The function in which it happened, or that ran; null for what a view did by itself. */
  readonly functionKey: string | null;
  /** Of the invocation that it belongs to; null outside of one. */
  readonly invocationId: string | null;
  /** How it ended: an HTTP status, or a word; null while it goes on. */
  readonly outcome: string | null;
  /** Milliseconds that it took; null while it goes on. */
  readonly took: number | null;
  /** Points of Jira. */
  readonly points: number;
  /** What went in and what belongs to it: a payload, the claims of a token. */
  readonly detail: Readonly<Record<string, unknown>>;
}
