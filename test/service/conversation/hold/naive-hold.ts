import type { QuietHours } from '../../../../src/contract/quiet';
import type { HoldChoices } from '../../../../src/service/conversation/hold/find-hold';

const minute = 60_000;
const day = 1_440;

/** Some days of a place in which its clock does what it rarely does, minute by minute. */
export interface Stretch {
  readonly zone: string;
  /** The moment of the first minute, and how many there are. */
  readonly begin: number;
  /** What the clock shows in each, as minutes since 1970 by that clock. */
  readonly shown: readonly number[];
}

/** As many days before noon UTC of a date as after it. */
export function aStretch(zone: string, date: string, days: number): Stretch {
  const begin = Date.parse(`${date}T12:00:00.000Z`) - days * day * minute;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = Array.from({ length: 2 * days * day }, (_, n) => {
    const [one, other] = format.format(new Date(begin + n * minute)).split(' ');
    return Date.parse(`${one}T${other}:00.000Z`) / minute;
  });
  return { zone, begin, shown };
}

export const timeOf = ({ begin }: Stretch, n: number): number => begin + n * minute;

/** Whether what was chosen holds in each minute: from the first one in which the clock shows a time, or a later one, until that. */
export function holdEachMinute(stretch: Stretch, { quiet, away }: HoldChoices): boolean[] {
  const held = stretch.shown.map((_, n) => {
    const at = timeOf(stretch, n);
    return away !== null && at >= away.from && at < away.until;
  });
  if (quiet) for (const [from, until] of listQuiet(stretch, quiet)) held.fill(true, from, until);
  return held;
}

function listQuiet({ shown }: Stretch, { days, from, until }: QuietHours): [number, number][] {
  const [first = 0, last = 0] = [Math.min(...shown.slice(0, 2 * day)), Math.max(...shown.slice(-2 * day))];
  const [opens, closes] = [from, until].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  const spans: [number, number][] = [];
  for (let date = Math.floor(first / day) - 2; date <= last / day + 2; date += 1) {
    const weekday = new Date(date * day * minute).getUTCDay() || 7;
    if (!days.includes(weekday) || opens === undefined || closes === undefined) continue;
    const end = closes > opens ? closes : closes + day;
    spans.push([firstShown(shown, date * day + opens), firstShown(shown, date * day + end)]);
  }
  return spans;
}

function firstShown(shown: readonly number[], wanted: number): number {
  const found = shown.findIndex((one) => one >= wanted);
  return found < 0 ? shown.length : found;
}
