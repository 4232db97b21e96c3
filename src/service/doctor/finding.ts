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
  return error.cause instanceof Error ? describeCause(error.cause) : error.message || error.name;
}
