import { ApiError, type ApiErrorWord } from '../client/api-error';
import type { Problem } from '../definitions';
import { JiraError } from '../jira/jira-error';
import { endOfBusy } from '../jira/jira-hour';
import { StorageError } from '../storage/storage-error';
import { ProblemError } from './problem-error';

const codes: Readonly<Record<ApiErrorWord, Problem['code']>> = {
  address_not_set: 'address_not_set',
  unreachable: 'service_away',
  unavailable: 'service_away',
  not_the_service: 'not_the_service',
  unauthorized: 'service_refused',
  scope_missing: 'service_refused',
  forbidden: 'service_refused',
  caller_not_function: 'service_refused',
  blocked: 'blocked',
  rate_limited: 'rate_limited',
  not_found: 'gone',
  too_large: 'text_too_long',
  // Only while another try with the same key is in flight; the next one finds its result.
  conflict: 'service_away',
  invalid_request: 'unexpected',
  unsupported_media_type: 'unexpected',
  // The key is made for one text: the key has changed since a try whose answer was lost.
  idempotency_mismatch: 'already_sent',
  internal: 'unexpected',
};

function toJiraProblem(error: JiraError): Problem {
  if (error.reason === 'hidden') return { code: 'issue_hidden' };
  if (error.reason === 'away') return { code: 'jira_away' };
  return { code: 'jira_busy', until: new Date(endOfBusy(error, Date.now())).toISOString() };
}

/** Any failure of a resolver as a word for the view. Nothing of the service's own words or of the cause goes to the browser. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof JiraError) return toJiraProblem(error);
  if (error instanceof StorageError) return { code: 'settings_unsaved' };
  if (!(error instanceof ApiError)) return { code: 'unexpected' };
  return {
    code: codes[error.error],
    ...(error.retryAfter === null ? {} : { retryAfter: error.retryAfter }),
    ...(error.requestId === null ? {} : { reference: error.requestId }),
  };
}
