/** One line of `aside doctor`: what was looked at, what it is like, and for all but `ok` what to do about it. */
export interface Finding {
  readonly subject: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly words: string;
}

export function finding(state: Finding['state'], subject: string, words: string): Finding {
  return { state, subject, words };
}

/** The shortest true words about something that was thrown: `fetch` hides the reason in the cause. */
export function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason was given';
  if (error.cause instanceof Error) return describeCause(error.cause);
  // Where a host name has several addresses, each of them failed for its own reason.
  if (error instanceof AggregateError && error.errors.length > 0) return describeCause(error.errors[0]);
  return error.message || error.name;
}
