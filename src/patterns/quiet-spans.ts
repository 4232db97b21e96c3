import type { Span } from './span';
import { findInstant, isTimeZone, readZoned } from './zoned-time';

/** Hours of the days (ISO, 1 is Monday) on which they begin, by a clock. */
export interface QuietHours {
  readonly zone: string;
  readonly days: readonly number[];
  /** `HH:MM`; no later than they begin they end on the next day. */
  readonly from: string;
  readonly until: string;
}

const dayMs = 86_400_000;
const daysOfWeek = 7;

/** Whether every hour of the week is quiet. What is held then would never come: it comes once a week, as Monday's hours begin. */
export function isAlways({ days, from, until }: QuietHours): boolean {
  return days.length === daysOfWeek && from === until;
}

/**
 * The quiet hours that overlap or touch this time, ascending: one span for each day on which they begin, and where every hour
 * is quiet one for each week. A day on which the clock is put forward over both ends has none. Empty, too, where this engine
 * does not know the zone any more. In milliseconds.
 */
export function listQuietSpans(quiet: QuietHours, from: number, until: number): Span[] {
  if (!isTimeZone(quiet.zone)) return [];
  const length = isAlways(quiet) ? daysOfWeek : 1;
  const begins = isAlways(quiet) ? [1] : quiet.days;
  const [opens, closes] = [readMinutes(quiet.from), readMinutes(quiet.until)];
  const lasts = closes > opens ? 0 : length;
  const spans: Span[] = [];
  // A clock that was put forward by a whole day shows a date that is one further than the hours that went by.
  const first = dayOf(from, quiet.zone);
  const last = (until === from ? first : dayOf(until, quiet.zone)) + 1;
  for (let day = first - length - 1; day <= last; day += 1) {
    if (!begins.includes(isoWeekday(day))) continue;
    const span = {
      from: instantOf(day, opens, quiet.zone),
      until: instantOf(day + lasts, closes, quiet.zone),
    };
    if (span.until > span.from && span.from <= until && span.until >= from) spans.push(span);
  }
  return spans;
}

/** A day of the calendar there, counted from 1 January 1970. */
function dayOf(at: number, zone: string): number {
  const { year, month, day } = readZoned(new Date(at), zone);
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** 1 is Monday; the first day of 1970 was a Thursday. */
function isoWeekday(day: number): number {
  return ((((day + 3) % daysOfWeek) + daysOfWeek) % daysOfWeek) + 1;
}

/** To find an instant costs ten looks at the clock, and most people of a site share their hours. */
const instants = new Map<string, number>();
const mostInstants = 10_000;

function instantOf(day: number, minutes: number, zone: string): number {
  const key = `${zone} ${day} ${minutes}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const found = findInstant({ year, month, day: date.getUTCDate(), minutes }, zone).getTime();
  if (instants.size >= mostInstants) instants.clear();
  instants.set(key, found);
  return found;
}

function readMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
