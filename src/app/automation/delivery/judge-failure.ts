import { ApiError } from '../../client/api-error';
import { JiraError } from '../../jira/jira-error';
import { theApp } from '../../policy/check-writing';
import { ProblemError } from '../../problems/problem-error';
import { toProblem } from '../../problems/to-problem';

/** What follows from a failed try. `now`: may pass by itself at once; `later`: someone has to repair something first. */
export type FailureKind = 'lasting' | 'now' | 'later';

const lasting = new Set<ApiError['error']>([
  'blocked',
  'not_found',
  'too_large',
  'invalid_request',
  'unsupported_media_type',
  'idempotency_mismatch',
]);
const passing = new Set<ApiError['error']>(['rate_limited', 'unavailable', 'unreachable']);

/**
 * Whether another try of the very same message can succeed. An address that is not set or a service that refuses the
 * site is for an administrator to repair, within the time for which the platform keeps the message.
 */
export function judgeFailure(error: unknown): FailureKind {
  if (error instanceof ProblemError) return 'lasting';
  if (error instanceof JiraError) return error.reason === 'hidden' ? 'lasting' : 'later';
  if (!(error instanceof ApiError)) return 'later';
  if (lasting.has(error.error)) return 'lasting';
  return passing.has(error.error) ? 'now' : 'later';
}

/** In seconds; null where nobody said when to come back. */
export function findRetryAfter(error: unknown): number | null {
  return error instanceof ApiError || error instanceof JiraError ? error.retryAfter : null;
}

/**
 * Why a try failed, as a word of the delivery log. Behind what came through the web trigger stands the app alone: an
 * issue that is hidden from it is one that it is blind to, where there is one.
 */
export function describeFailure({ sender }: { readonly sender: string }, error: unknown): string {
  const { code } = toProblem(error);
  return code === 'issue_hidden' && sender === theApp ? 'app_blind' : code;
}
