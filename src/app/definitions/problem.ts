import type { WritingRefusal } from './writing-refusal';

/** What went wrong, as a word for which the view has a sentence that says what to do next. */
export interface Problem {
  readonly code:
    | WritingRefusal
    | 'issue_hidden'
    | 'address_not_set'
    | 'service_away'
    | 'not_the_service'
    | 'service_refused'
    | 'blocked'
    | 'rate_limited'
    | 'jira_away'
    | 'text_empty'
    | 'text_too_long'
    | 'already_sent'
    | 'not_administrator'
    | 'not_owner'
    | 'group_archived'
    | 'name_wrong'
    | 'settings_unsaved'
    | 'gone'
    | 'unexpected';
  /** With `text_too_long`: the limit that was met, and by how much, in its own unit. Bytes are the UTF-8 of the document's JSON. */
  readonly limit?: { readonly unit: 'characters' | 'bytes'; readonly most: number; readonly over: number };
  /** In seconds, where the service said when to come back. */
  readonly retryAfter?: number;
  /** The service's id of the refused request, for its administrator. */
  readonly reference?: string;
}

export type Result<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: Problem };
