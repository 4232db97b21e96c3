import { listQuietSpans, type QuietHours } from './quiet-spans';

/** What somebody chose: quiet hours, and when they are away. */
export interface Holds {
  readonly quiet: QuietHours | null;
  readonly away: { readonly from: string; readonly until: string } | null;
}

/** Whether somebody wants to be told of nothing at this moment, as the service reckons it. */
export function isHeld({ quiet, away }: Holds, now: Date): boolean {
  const at = now.getTime();
  if (away !== null && Date.parse(away.from) <= at && at < Date.parse(away.until)) return true;
  return quiet !== null && listQuietSpans(quiet, at, at).some(({ from, until }) => from <= at && at < until);
}
