import { InvocationError, InvocationErrorCode } from '@forge/events';

/** The wait before the second try of what a queue brings, in seconds. */
const first = { message: 5, notice: 60 } as const;
/** What the platform takes as a wait between two tries, in seconds. */
const longest = 900;

/**
 * How long to wait before the next try, in whole seconds, 1 to 900. Where the other side said when to come back, not
 * before that; else twice as long each time. What is added by chance grows with each try, so that the many messages of
 * a storm come back one after the other and not all at the moment at which a limit ends.
 * @param asked when the other side said to come back, in seconds; null where it did not
 * @param tries how often it was tried so far, 1 or more
 * @param chance 0 to 1
 */
export function chooseWait(
  kind: keyof typeof first,
  asked: number | null,
  tries: number,
  chance: number = Math.random(),
): number {
  const wait = asked ?? first[kind] * 2 ** Math.min(tries - 1, 8);
  const spread = Math.max(first[kind], Math.min(wait, 60)) * Math.min(tries, 5);
  return Math.min(longest, Math.max(1, Math.ceil(wait + chance * spread)));
}

/**
 * What a consumer of the queue answers so that the platform brings the event again.
 * @param data what the next try gets as its `retryData`; plain JSON
 */
export function comeBackIn(seconds: number, data?: object): InvocationError {
  const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
  return new InvocationError({ retryAfter: seconds, retryReason, ...(data === undefined ? {} : { retryData: data }) });
}
