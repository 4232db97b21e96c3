import type { HoldChoices } from '../../../../src/service/conversation/hold/find-hold';
import fc from '../../../shared/random/fast-check';
import { aStretch, type Stretch, timeOf } from './naive-hold';

/** Days on either side of the change of a clock. No hold of a test is longer. */
const days = 14;
/** The minute in the middle of a stretch, near which the clock is changed. */
export const middle = days * 1_440;

export const stretches: readonly Stretch[] = [
  aStretch('Europe/Berlin', '2026-03-29', days),
  aStretch('Europe/Berlin', '2026-10-25', days),
  aStretch('America/St_Johns', '2026-03-08', days),
  aStretch('America/St_Johns', '2026-11-01', days),
  aStretch('Australia/Lord_Howe', '2026-04-04', days),
  aStretch('Australia/Lord_Howe', '2026-10-03', days),
  aStretch('Asia/Kolkata', '2026-12-01', days),
  aStretch('Pacific/Apia', '2011-12-30', days),
];

/** Up to two days before or after. */
export const minutesAround = fc.integer({ min: -2_880, max: 2_880 });

/** So many minutes of a stretch, ascending, now and then close to each other. */
export const timesOf = (length: number) =>
  fc
    .array(fc.oneof(minutesAround, fc.integer({ min: -180, max: 180 })), { minLength: length, maxLength: length })
    .map((times) => times.map((time) => middle + time).sort((one, other) => one - other));

/** Most often an hour or two after midnight, when clocks are changed. */
const timeOfDay = fc
  .oneof(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 240 }), fc.constantFrom(0, 120, 150, 180))
  .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));

export function choicesOf(stretch: Stretch): fc.Arbitrary<HoldChoices> {
  const quiet = fc.record({
    zone: fc.constant(stretch.zone),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    from: timeOfDay,
    until: timeOfDay,
  });
  const away = timesOf(2)
    .filter(([from = 0, until = 0]) => from < until)
    .map(([from = 0, until = 0]) => ({ from: timeOf(stretch, from), until: timeOf(stretch, until) }));
  return fc.record({ quiet: fc.option(quiet, { freq: 6 }), away: fc.option(away, { freq: 1 }) });
}
