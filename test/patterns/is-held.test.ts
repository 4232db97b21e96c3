import { isHeld } from '../../src/patterns/is-held';
import { findHold } from '../../src/service/conversation/hold/find-hold';
import { choicesOf, middle, minutesAround, stretches } from '../service/conversation/hold/arbitrary-choices';
import { timeOf } from '../service/conversation/hold/naive-hold';
import fc from '../shared/random/fast-check';

const hours = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], from: '18:00', until: '08:00' };
const quiet = (at: string, more = {}) => isHeld({ quiet: { ...hours, ...more }, away: null }, new Date(at));

// 7 December 2026 is a Monday; Berlin is an hour ahead of UTC.
test.each([
  ['2026-12-07T16:59:59Z', false],
  ['2026-12-07T17:00:00Z', true],
  ['2026-12-08T06:59:59Z', true],
  ['2026-12-08T07:00:00Z', false],
  // Friday's hours reach into Saturday; Saturday and Sunday begin none.
  ['2026-12-12T06:00:00Z', true],
  ['2026-12-12T20:00:00Z', false],
  ['2026-12-13T20:00:00Z', false],
  // Sunday began none that would reach into Monday.
  ['2026-12-14T06:00:00Z', false],
])('hours overnight: %s', (at, isQuiet) => expect(quiet(at)).toBe(isQuiet));

test('hours within a day, and those that are as long as one', () => {
  const noon = { from: '12:00', until: '13:00' };
  expect(quiet('2026-12-07T11:30:00Z', noon)).toBe(true);
  expect(quiet('2026-12-07T12:00:00Z', noon)).toBe(false);
  const sunday = { days: [7], from: '00:00', until: '00:00' };
  expect(quiet('2026-12-13T22:59:00Z', sunday)).toBe(true);
  expect(quiet('2026-12-13T23:00:00Z', sunday)).toBe(false);
  expect(quiet('2026-12-12T22:59:00Z', sunday)).toBe(false);
});

test('hours that end in an hour that comes twice end at the first one', () => {
  const night = { days: [6], from: '22:00', until: '02:30' };
  // Berlin's clock shows 02:10 at both, before and after it is put back.
  expect([quiet('2026-10-25T00:10:00Z', night), quiet('2026-10-25T01:10:00Z', night)]).toEqual([true, false]);
});

test.each(stretches)('is what the service reckons, in $zone', (stretch) => {
  const time = (ms: number) => new Date(ms).toISOString();
  fc.assert(
    fc.property(choicesOf(stretch), minutesAround, ({ quiet: hours, away }, minutes) => {
      const holds = { quiet: hours, away: away && { from: time(away.from), until: time(away.until) } };
      // And in the hours around the change of the clock.
      for (const minute of [minutes, ...Array.from({ length: 73 }, (_, n) => (n - 36) * 15)]) {
        const at = timeOf(stretch, middle + minute);
        const reckoned = findHold({ quiet: hours, away }, at) !== null;
        expect([time(at), isHeld(holds, new Date(at))]).toEqual([time(at), reckoned]);
      }
    }),
    { numRuns: 50 },
  );
});

test('a zone that is not known holds nothing', () =>
  expect(quiet('2026-12-07T20:00:00Z', { zone: 'No/Where' })).toBe(false));

test('an absence lasts from its beginning until its end, which is not in it', () => {
  const away = { from: '2026-12-01T00:00:00Z', until: '2026-12-14T00:00:00Z' };
  const held = (at: string) => isHeld({ quiet: null, away }, new Date(at));
  expect(['2026-11-30T23:59:59Z', '2026-12-01T00:00:00Z', '2026-12-13T23:59:59Z', away.until].map(held)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
