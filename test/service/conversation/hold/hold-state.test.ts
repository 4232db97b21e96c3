import { isAlways } from '../../../../src/patterns/quiet-spans';
import type { Span } from '../../../../src/patterns/span';
import type { HoldChoices } from '../../../../src/service/conversation/hold/find-hold';
import {
  changeHold,
  type HoldState,
  holdAt,
  listEnded,
  noHold,
} from '../../../../src/service/conversation/hold/hold-state';
import fc from '../../../shared/random/fast-check';
import { choicesOf, stretches, timesOf } from './arbitrary-choices';
import { holdEachMinute, type Stretch, timeOf } from './naive-hold';

const minute = 60_000;
const at = (time: string) => Date.parse(`2026-12-${time}:00.000Z`);
const hours = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '06:00' };
const quiet: HoldChoices = { quiet: hours, away: null };
const none: HoldChoices = { quiet: null, away: null };
const chosen = (...changes: readonly (readonly [string, HoldChoices])[]): HoldState =>
  changes.reduce((state, [time, choices]) => changeHold(state, choices, at(time)), noHold);
const ended = (state: HoldState, since: string, until: string) =>
  listEnded(state, at(since), at(until)).map(({ from, until: end }) => [from, end]);

describe('what was held', () => {
  test('ends as the hours do, night after night', () => {
    const state = chosen(['01T12:00', quiet]);
    expect(ended(state, '01T12:00', '03T12:00')).toEqual([
      [at('01T22:00'), at('02T06:00')],
      [at('02T22:00'), at('03T06:00')],
    ]);
    expect(ended(state, '02T06:00', '03T05:59')).toEqual([]);
  });

  test('begins when the hours were chosen, where that was within them', () => {
    expect(ended(chosen(['02T01:00', quiet]), '01T00:00', '02T06:00')).toEqual([[at('02T01:00'), at('02T06:00')]]);
    // By these hours something would have ended before they were chosen.
    expect(ended(chosen(['02T07:00', quiet]), '01T00:00', '02T12:00')).toEqual([]);
  });

  test('ends at the moment at which the hours are dropped, or somebody comes back', () => {
    const away: HoldChoices = { quiet: null, away: { from: at('01T00:00'), until: at('20T00:00') } };
    for (const choices of [quiet, away]) {
      const state = chosen(['01T22:30', choices], ['02T01:00', none]);
      expect(holdAt(state, at('02T01:00'))).toBeNull();
      expect(ended(state, '02T00:59', '02T01:00')).toEqual([[at('01T22:30'), at('02T01:00')]]);
      expect(ended(state, '02T01:00', '09T00:00')).toEqual([]);
    }
  });

  test('goes on from its beginning where other hours hold it as well', () => {
    const longer: HoldChoices = { quiet: { ...hours, until: '08:00' }, away: null };
    const state = chosen(['01T22:30', quiet], ['02T01:00', longer], ['02T02:00', longer]);
    expect(ended(state, '01T00:00', '02T12:00')).toEqual([[at('01T22:30'), at('02T08:00')]]);
  });

  test('and ended before the hours were changed is known all the same', () => {
    const state = chosen(['01T12:00', quiet], ['03T12:00', none]);
    expect(ended(state, '01T12:00', '04T00:00')).toHaveLength(2);
    const again = changeHold(state, quiet, at('03T13:00'));
    expect(ended(again, '01T12:00', '04T12:00')).toHaveLength(3);
  });

  test('is forgotten after eight days', () => {
    const state = chosen(['01T22:30', quiet], ['02T01:00', none]);
    expect(ended(state, '01T00:00', '10T00:59')).toHaveLength(1);
    expect(ended(state, '01T00:00', '10T01:00')).toHaveLength(0);
    expect(changeHold(state, quiet, at('10T02:00')).ended).toEqual([]);
  });

  test('of who changes their mind all night is told in part as one, and none of it is lost', () => {
    let state = chosen(['01T22:00', quiet]);
    for (let n = 1; n <= 80; n += 1) {
      state = changeHold(state, n % 2 ? none : quiet, at('01T22:00') + n * minute);
    }
    expect(state.ended).toHaveLength(32);
    expect(state.ended[0]).toEqual({ from: at('01T22:00'), until: at('01T22:00') + 17 * minute });
  });

  test('leaves no time behind where nothing holds any more and nothing of it ended', () => {
    expect(chosen(['01T12:00', quiet], ['01T13:00', none])).toEqual(noHold);
    const ending = chosen(['01T22:30', quiet], ['02T01:00', none]);
    expect(changeHold(ending, none, at('03T00:00')).changedAt).toBe(at('03T00:00'));
    expect(changeHold(ending, none, at('11T00:00'))).toEqual(noHold);
  });

  test('stays in order where the clock of another node is behind', () => {
    const state = chosen(['02T01:00', quiet], ['02T00:59', none]);
    expect([state.changedAt, ended(state, '01T00:00', '09T00:00')]).toEqual([
      at('02T01:00'),
      [[at('02T01:00'), at('02T01:00')]],
    ]);
  });
});

/** What was held by whatever held in each minute, and where it ended: also where other choices took over at its very end. */
function reckonEnds(stretch: Stretch, changes: readonly (readonly [number, HoldChoices])[], last: number): Span[] {
  const each = changes.map(([, choices]) => holdEachMinute(stretch, choices));
  const ends: Span[] = [];
  let [held, from] = [false, 0];
  for (let n = changes[0]?.[0] ?? last; n <= last; n += 1) {
    const now = changes.findLastIndex(([time]) => time <= n);
    const before = changes.findLastIndex(([time]) => time < n);
    const goesOn = held && Boolean(each[before]?.[n] && each[now]?.[n]);
    if (held && !goesOn) ends.push({ from: timeOf(stretch, from), until: timeOf(stretch, n) });
    if (!goesOn) from = n;
    held = each[now]?.[n] ?? false;
  }
  return ends;
}

describe.each(stretches)('in $zone', (stretch) => {
  test('whoever looks again and again finds each end once, however choices change meanwhile and however late that is seen', () => {
    const changing = fc.record({
      times: timesOf(4).filter((times) => new Set(times).size === 4),
      choices: fc.array(choicesOf(stretch), { minLength: 4, maxLength: 4 }),
      looks: timesOf(12),
    });
    fc.assert(
      fc.property(changing, ({ times, choices, looks }) => {
        fc.pre(choices.every((one) => one.quiet === null || !isAlways(one.quiet)));
        const changes = times.map((time, n) => [time, choices[n] ?? none] as const);
        const last = (looks.at(-1) ?? 0) + 1;
        const found: Span[] = [];
        let since = timeOf(stretch, times[0] ?? 0) - 10 * minute;
        // A change is seen half a minute after it was made; a look is for what ended a minute before.
        for (const look of [...looks, last].map((n) => timeOf(stretch, n) + 15_000)) {
          const seen = changes.filter(([time]) => timeOf(stretch, time) + 30_000 <= look);
          const state = seen.reduce((one, [time, choice]) => changeHold(one, choice, timeOf(stretch, time)), noHold);
          found.push(...listEnded(state, since - minute, look - minute));
          since = look;
        }
        const expected = reckonEnds(stretch, changes, last).filter(({ until }) => until <= since - minute);
        expect(found).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
