import type { Span } from '../../../patterns/span';
import { findHold, type HoldChoices, listEnds } from './find-hold';

const dayMs = 86_400_000;
/** How long the end of a hold is known. The app looks back for three days. */
export const endsKnownMs = 8 * dayMs;
/** Ends of choices of before that one person has at most: who changes them more often has the oldest two told as one. */
const mostEnded = 32;

/** What a person chose, since when, and what ended before. */
export interface HoldState extends HoldChoices {
  /** Since when they hold; null where nothing was ever chosen. */
  readonly changedAt: number | null;
  /** When the hold began that was going on as they were chosen, and went on by them. */
  readonly heldFrom: number | null;
  /** Holds that ended by the choices of before, or because those ended; ascending by their end. */
  readonly ended: readonly Span[];
}

export const noHold: HoldState = { quiet: null, away: null, changedAt: null, heldFrom: null, ended: [] };

/** The hold that goes on at a moment; its beginning is that of what was really held. */
export function holdAt(state: HoldState, at: number): Span | null {
  const hold = findHold(state, at);
  return hold && sinceChosen(state, hold);
}

/** The holds that ended later than the one time and no later than the other, as they really were; ascending by their end. */
export function listEnded(state: HoldState, since: number, until: number): Span[] {
  const from = Math.max(since, until - endsKnownMs);
  const before = state.ended.filter((span) => span.until > from && span.until <= until);
  const now = listEnds(state, Math.max(from, state.changedAt ?? from), until);
  return [...before, ...now.map((hold) => sinceChosen(state, hold))];
}

/**
 * The state after other choices, from now on. What goes on by the old ones and not by the new ones ends now; what ended by
 * the old ones is kept, since nobody could reckon it from the new ones. Where nothing holds any more and nothing ended, no
 * time is kept.
 */
export function changeHold(state: HoldState, choices: HoldChoices, now: number): HoldState {
  const at = Math.max(now, state.changedAt ?? now);
  const running = holdAt(state, at);
  const goesOn = findHold(choices, at) !== null;
  const ended = listEnded(state, at - endsKnownMs, at);
  if (running && !goesOn) ended.push({ from: running.from, until: at });
  if (choices.quiet === null && choices.away === null && ended.length === 0) return noHold;
  return {
    ...{ quiet: choices.quiet, away: choices.away, changedAt: at },
    ...{ heldFrom: running && goesOn ? running.from : null, ended: boundEnded(ended) },
  };
}

/** Nothing is held before it was chosen, but for what was held already. */
function sinceChosen({ changedAt, heldFrom }: HoldState, { from, until }: Span): Span {
  if (changedAt === null || from > changedAt) return { from, until };
  return { from: heldFrom ?? changedAt, until };
}

function boundEnded(ended: readonly Span[]): readonly Span[] {
  const [first, second, ...rest] = ended;
  if (ended.length <= mostEnded || !first || !second) return ended;
  return boundEnded([{ from: first.from, until: second.until }, ...rest]);
}
