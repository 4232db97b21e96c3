import { isTimeZone, readZoned } from './zoned-time';

/** What somebody chose: hours of the days (ISO, 1 is Monday) on which they begin, by a clock; and when they are away. */
export interface Holds {
  readonly quiet: {
    readonly zone: string;
    readonly days: readonly number[];
    /** `HH:MM`; no later than they begin they end on the next day. */
    readonly from: string;
    readonly until: string;
  } | null;
  readonly away: { readonly from: string; readonly until: string } | null;
}

/** Whether somebody wants to be told of nothing at this moment. */
export function isHeld({ quiet, away }: Holds, now: Date): boolean {
  const at = now.getTime();
  if (away !== null && Date.parse(away.from) <= at && at < Date.parse(away.until)) return true;
  return quiet !== null && isQuiet(quiet, now);
}

function isQuiet({ zone, days, from, until }: NonNullable<Holds['quiet']>, now: Date): boolean {
  if (!isTimeZone(zone)) return false;
  const { weekday, minutes } = readZoned(now, zone);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const today = weekday === 0 ? 7 : weekday;
  const yesterday = today === 1 ? 7 : today - 1;
  if (from < until) return days.includes(today) && from <= time && time < until;
  return (days.includes(today) && from <= time) || (days.includes(yesterday) && time < until);
}
