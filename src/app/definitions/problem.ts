import type { Person } from './person';
import type { WritingRefusal } from './writing-refusal';

/** What went wrong, as a word for which the view has a sentence that says what to do next. */
export interface Problem {
  readonly code:
    | WritingRefusal
    | 'address_not_set'
    | 'service_away'
    | 'not_the_service'
    | 'service_refused'
    | 'service_older'
    | 'blocked'
    | 'rate_limited'
    | 'jira_away'
    | 'jira_busy'
    | 'text_empty'
    | 'text_too_long'
    | 'already_sent'
    | 'not_administrator'
    | 'not_owner'
    | 'not_added'
    | 'not_viewers'
    | 'name_wrong'
    | 'reminders_full'
    | 'settings_unsaved'
    | 'gone'
    | 'report_gone'
    | 'reports_full'
    | 'payload_wrong'
    | 'unexpected';
  /** With `text_too_long`: the limit that was met, and by how much, in its own unit. Bytes are the UTF-8 of the document's JSON. */
  readonly limit?: { readonly unit: 'characters' | 'bytes'; readonly most: number; readonly over: number };
  /** Of `jira_busy`: when Jira takes requests again. ISO 8601, UTC. */
  readonly until?: string;
  /** Of `not_added` whom the asker cannot add, of `not_viewers` of whom Jira does not show that they see the issue. */
  readonly people?: readonly Person[];
  /** In seconds, where the service said when to come back. */
  readonly retryAfter?: number;
  /** The service's id of the refused request, for its administrator. */
  readonly reference?: string;
  /** Of `payload_wrong`: which member of the payload, by its path (`choices.receipts`), and what it has to be. */
  readonly field?: string;
  readonly rule?: string;
}

export type Result<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: Problem };
