import type { Away, QuietHours } from '../../../contract/quiet';
import type { Span } from '../../../patterns/span';
import type { HoldState } from '../../conversation/hold/hold-state';
import { inMilliseconds } from '../engine/milliseconds';

/** Quiet hours, the time away and what was held, of a preference `p`. */
export const holdColumns = `p.quiet, ${inMilliseconds('p.away_from')}, ${inMilliseconds('p.away_until')}, p.away_word,
    p.away_substitute, ${inMilliseconds('p.hold_changed_at')}, ${inMilliseconds('p.held_from')}, p.ended_holds`;

/** Times are in milliseconds since 1970. */
export interface HoldRow {
  readonly quiet: string | null;
  readonly away_from: number | null;
  readonly away_until: number | null;
  readonly away_word: string | null;
  readonly away_substitute: string | null;
  readonly hold_changed_at: number | null;
  readonly held_from: number | null;
  readonly ended_holds: string | null;
}

export function quietOf({ quiet }: Pick<HoldRow, 'quiet'>): QuietHours | null {
  return quiet === null ? null : JSON.parse(quiet);
}

export function awayOf(row: HoldRow): Away | null {
  if (row.away_from === null || row.away_until === null) return null;
  return {
    from: new Date(row.away_from).toISOString(),
    until: new Date(row.away_until).toISOString(),
    word: row.away_word ?? '',
    substitute: row.away_substitute,
  };
}

export function spanOf({ from, until }: Pick<Away, 'from' | 'until'>): Span {
  return { from: Date.parse(from), until: Date.parse(until) };
}

export function toHold(row: HoldRow): HoldState {
  const away = awayOf(row);
  return {
    ...{ quiet: quietOf(row), away: away && spanOf(away) },
    ...{ changedAt: row.hold_changed_at, heldFrom: row.held_from, ended: endedOf(row) },
  };
}

export function endedOf({ ended_holds: ended }: Pick<HoldRow, 'ended_holds'>): Span[] {
  const spans: readonly (readonly [number, number])[] = ended === null ? [] : JSON.parse(ended);
  return spans.map(([from, until]) => ({ from, until }));
}

/** Null where there is none, so that the row is not looked at for one. */
export function writeEnded(ended: readonly Span[]): string | null {
  return ended.length === 0 ? null : JSON.stringify(ended.map(({ from, until }) => [from, until]));
}
