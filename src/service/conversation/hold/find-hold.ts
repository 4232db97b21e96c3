import type { QuietHours } from '../../../contract/quiet';
import { isAlways, listQuietSpans } from '../../../patterns/quiet-spans';
import type { Span } from '../../../patterns/span';

/** What holds back what a person would be told of. */
export interface HoldChoices {
  readonly quiet: QuietHours | null;
  readonly away: Span | null;
}

/**
 * The hold in which a moment lies: quiet hours and the time away, together where they touch. Null where it lies in none.
 * It is never longer than the time away and a run of quiet hours at either end of it; such a run is a week at most, and an
 * hour by which a clock is put back.
 */
export function findHold(choices: HoldChoices, at: number): Span | null {
  const found = listAround(choices, at).find(({ from, until }) => from <= at && at < until);
  return found ? { from: walkBack(choices, found.from), until: walkOn(choices, found.until) } : null;
}

/** The holds that ended later than the one time and not later than the other, ascending. */
export function listEnds(choices: HoldChoices, since: number, until: number): Span[] {
  const { quiet, away } = choices;
  const ends = [...(quiet ? listQuietSpans(quiet, since, until) : []), ...(away ? [away] : [])]
    .map((span) => span.until)
    .filter((end) => end > since && end <= until);
  return [...new Set(ends)]
    .sort((one, other) => one - other)
    .flatMap((end) => {
      const hold = findHold(choices, end - 1);
      return hold?.until === end ? [hold] : [];
    });
}

function walkOn(choices: HoldChoices, until: number): number {
  const next = listAround(choices, until)
    .filter(({ from }) => isJoined(choices, until - from))
    .reduce((last, span) => Math.max(last, span.until), until);
  return next > until ? walkOn(choices, next) : until;
}

function walkBack(choices: HoldChoices, from: number): number {
  const next = listAround(choices, from)
    .filter(({ until }) => isJoined(choices, until - from))
    .reduce((first, span) => Math.min(first, span.from), from);
  return next < from ? walkBack(choices, next) : from;
}

/** Those that touch are one, but for the weeks of who is always quiet. @param overlap in milliseconds; 0: they touch */
function isJoined({ quiet }: HoldChoices, overlap: number): boolean {
  return overlap > 0 || (overlap === 0 && !(quiet && isAlways(quiet)));
}

/** All that overlaps or touches a moment. */
function listAround({ quiet, away }: HoldChoices, at: number): Span[] {
  const isNear = away !== null && away.from <= at && at <= away.until;
  return [...(quiet ? listQuietSpans(quiet, at, at) : []), ...(isNear ? [away] : [])];
}
