import { isTimeZone, readZoned, type ZonedTime } from '../../../patterns/zoned-time';
import type { HoldState } from './hold-state';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const minutesOfDay = 1_440;

/**
 * Whether a hold of somebody may have ended later than the one time and not later than the other. Of a site's people nearly
 * nobody's did in a few minutes, and one look at the clock of a zone says so of all who live by it. In milliseconds.
 */
export function createEndFilter(since: number, until: number): (state: HoldState) => boolean {
  const isWithin = (at: number) => at > since && at <= until;
  const zones = new Map<string, (minutes: number) => boolean>();
  return ({ quiet, away, ended }) => {
    if (ended.some((span) => isWithin(span.until)) || (away && isWithin(away.until))) return true;
    if (!quiet) return false;
    const known = zones.get(quiet.zone) ?? readClock(quiet.zone, since, until);
    zones.set(quiet.zone, known);
    const [hours = 0, minutes = 0] = quiet.until.split(':').map(Number);
    return known(hours * 60 + minutes);
  };
}

const dayOf = ({ year, month, day }: ZonedTime) => Date.UTC(year, month - 1, day);

/** Whether a clock may have shown these minutes in the time between. */
function readClock(zone: string, since: number, until: number): (minutes: number) => boolean {
  if (!isTimeZone(zone)) return () => false;
  const [first, last] = [readZoned(new Date(since), zone), readZoned(new Date(until), zone)];
  const days = (dayOf(last) - dayOf(first)) / dayMs;
  const shown = days * minutesOfDay + last.minutes - first.minutes;
  const passed = (until - since) / minuteMs;
  // In a longer time, or where the clock was put forward or back, it is reckoned.
  if (passed >= minutesOfDay / 2 || days > 1 || Math.abs(shown - passed) > 1) return () => true;
  return days === 0
    ? (minutes) => minutes >= first.minutes && minutes <= last.minutes
    : (minutes) => minutes >= first.minutes || minutes <= last.minutes;
}
