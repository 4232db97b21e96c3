import { FunctionTimeout } from '../functions/function-timeout';

/** Null where the event is done; else after which time, in milliseconds, it comes again and why. */
export type Retry = { readonly after: number; readonly reason: string; readonly data?: unknown } | null;

/** The platform lets a function ask for 15 minutes at most, and its own back-off goes up to that. */
const longestWait = 900_000;
const firstWait = 5_000;

/** Of what a consumer's function returned: an `InvocationError` of @forge/events becomes `{ _retry, retryOptions }`. */
export function judgeReturned(returned: unknown): Retry {
  const { _retry, retryOptions = {} } = (returned ?? {}) as {
    _retry?: unknown;
    retryOptions?: { retryAfter?: unknown; retryReason?: unknown; retryData?: unknown };
  };
  if (_retry !== true) return null;
  const { retryAfter, retryReason, retryData } = retryOptions;
  const after = typeof retryAfter === 'number' && retryAfter > 0 ? Math.min(retryAfter * 1_000, longestWait) : 1_000;
  return { after, reason: String(retryReason ?? 'FUNCTION_RETRY_REQUEST'), data: retryData };
}

/** Of what it threw: again with back-off. @param tries how many there were before this one. */
export function judgeThrown(error: unknown, tries: number): Retry {
  const reason = error instanceof FunctionTimeout ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
  return { after: Math.min(firstWait * 2 ** Math.min(tries, 20), longestWait), reason };
}
