import { furthestAwayDays, longestAwayWord } from '../../../patterns/patterns';
import { findInstant, isTimeZone } from '../../../patterns/zoned-time';
import { type Absence, toPlainLine } from '../../definitions';
import type { Person } from '../../definitions/person';
import { dayOf } from '../shared/format-time';

/** An absence as a form holds it, by days of the reader's calendar: 2026-03-04; empty where none is chosen. */
export interface AwayDraft {
  readonly from: string;
  readonly until: string;
  readonly word: string;
  readonly substitute: Person | null;
  /** What is kept; null for who is not away and does not mean to be. */
  readonly kept: Absence<Person> | null;
}

/** What is over is as if it had not been. */
export function beginAway(kept: Absence<Person> | null, now: Date, zone: string): AwayDraft {
  if (kept === null || Date.parse(kept.until) <= now.getTime()) {
    return { from: dayOf(now.toISOString(), zone), until: '', word: '', substitute: null, kept: null };
  }
  const { from, until, word, substitute } = kept;
  return { from: dayOf(from, zone), until: dayOf(until, zone), word, substitute, kept };
}

export type AwayFault = 'noUntil' | 'order' | 'past' | 'tooFar' | 'wordLong';

/** What is wrong with an absence that is to be kept. Its moments count: what is kept may end later today. */
export function findAwayFaults(draft: AwayDraft, now: Date, zone: string): readonly AwayFault[] {
  const ofDays = findFaultOfDays(draft, now, zone);
  return [...(ofDays === null ? [] : [ofDays]), ...(overWord(draft.word) > 0 ? (['wordLong'] as const) : [])];
}

function findFaultOfDays(draft: AwayDraft, now: Date, zone: string): AwayFault | null {
  if (draft.until === '') return 'noUntil';
  const { from, until } = toAbsence(draft, now, zone);
  const furthest = now.getTime() + furthestAwayDays * dayMs;
  const [begins, ends] = [Date.parse(from), Date.parse(until)];
  if (ends <= now.getTime()) return 'past';
  if (ends <= begins) return 'order';
  return ends > furthest ? 'tooFar' : null;
}

const dayMs = 86_400_000;

/** By how many characters a word is too long. */
export function overWord(word: string): number {
  return Math.max(0, [...toPlainLine(word)].length - longestAwayWord);
}

/**
 * From now on, or from the midnight that begins a later day, until the one that begins the day on which one is back. What
 * is kept stays to the minute where its day does: it may have been chosen in another zone, or this morning.
 */
export function toAbsence(
  { from, until, word, substitute, kept }: AwayDraft,
  now: Date,
  zone: string,
): Absence<Person> {
  const isKept = (ts: string | undefined, day: string): ts is string => ts !== undefined && dayOf(ts, zone) === day;
  const begins = isKept(kept?.from, from) ? Date.parse(kept.from) : Math.max(midnight(from, zone), now.getTime());
  const ends = isKept(kept?.until, until) ? Date.parse(kept.until) : midnight(until, zone);
  return {
    from: new Date(begins).toISOString(),
    until: new Date(ends).toISOString(),
    word: toPlainLine(word),
    substitute,
  };
}

function midnight(day: string, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return findInstant({ year, month, day: date, minutes: 0 }, isTimeZone(zone) ? zone : undefined).getTime();
}
