import { isAlways } from '../../../../src/patterns/quiet-spans';
import { createEndFilter } from '../../../../src/service/conversation/hold/end-filter';
import { findHold, type HoldChoices, listEnds } from '../../../../src/service/conversation/hold/find-hold';
import { noHold } from '../../../../src/service/conversation/hold/hold-state';
import fc from '../../../shared/random/fast-check';
import { choicesOf, middle, minutesAround, stretches, timesOf } from './arbitrary-choices';
import { holdEachMinute, timeOf } from './naive-hold';

const all = [1, 2, 3, 4, 5, 6, 7];
const hours = { zone: 'Europe/Berlin', days: all, from: '22:00', until: '06:00' };
const at = (time: string) => Date.parse(time);
const write = (hold: { from: number; until: number } | null) =>
  hold && [new Date(hold.from).toISOString(), new Date(hold.until).toISOString()];
const find = (choices: Partial<HoldChoices>, time: string) =>
  write(findHold({ quiet: null, away: null, ...choices }, at(time)));

describe('a hold', () => {
  test('is none where nothing was chosen, nor beside the hours', () => {
    expect(find({}, '2026-12-01T23:00:00.000Z')).toBeNull();
    expect(find({ quiet: hours }, '2026-12-01T20:59:59.999Z')).toBeNull();
    expect(find({ quiet: hours }, '2026-12-01T05:00:00.000Z')).toBeNull();
  });

  test('is the hours of a night, its first moment in it and its last one not', () => {
    const night = ['2026-12-01T21:00:00.000Z', '2026-12-02T05:00:00.000Z'];
    expect(find({ quiet: hours }, '2026-12-01T21:00:00.000Z')).toEqual(night);
    expect(find({ quiet: hours }, '2026-12-02T04:59:59.999Z')).toEqual(night);
  });

  test('begins on the days that are named alone', () => {
    const friday = { ...hours, days: [5] };
    expect(find({ quiet: friday }, '2026-12-05T04:00:00.000Z')).not.toBeNull();
    expect(find({ quiet: friday }, '2026-12-05T22:00:00.000Z')).toBeNull();
    expect(find({ quiet: friday }, '2026-12-04T04:00:00.000Z')).toBeNull();
  });

  test('of whole days that touch is one', () => {
    const weekend = { ...hours, days: [6, 7], from: '00:00', until: '00:00' };
    expect(find({ quiet: weekend }, '2026-12-05T12:00:00.000Z')).toEqual([
      '2026-12-04T23:00:00.000Z',
      '2026-12-06T23:00:00.000Z',
    ]);
  });

  test('is shorter by the hour that a clock is put forward over, and longer by one that it is put back', () => {
    expect(find({ quiet: hours }, '2026-03-29T00:30:00.000Z')).toEqual([
      '2026-03-28T21:00:00.000Z',
      '2026-03-29T04:00:00.000Z',
    ]);
    expect(find({ quiet: hours }, '2026-10-25T00:30:00.000Z')).toEqual([
      '2026-10-24T20:00:00.000Z',
      '2026-10-25T05:00:00.000Z',
    ]);
  });

  test('ends where the clock is put forward over its end, and at the first of two that show it', () => {
    const night = { ...hours, until: '02:30' };
    expect(find({ quiet: night }, '2026-03-28T22:00:00.000Z')?.[1]).toBe('2026-03-29T01:00:00.000Z');
    expect(find({ quiet: night }, '2026-10-24T22:00:00.000Z')?.[1]).toBe('2026-10-25T00:30:00.000Z');
    expect(find({ quiet: night }, '2026-10-25T00:30:00.000Z')).toBeNull();
  });

  test('is by half an hour on Lord Howe, and by half an hour more in Kolkata', () => {
    const on = (zone: string) => ({ ...hours, zone });
    expect(find({ quiet: on('Australia/Lord_Howe') }, '2026-10-03T15:00:00.000Z')).toEqual([
      '2026-10-03T11:30:00.000Z',
      '2026-10-03T19:00:00.000Z',
    ]);
    expect(find({ quiet: on('Asia/Kolkata') }, '2026-12-01T20:00:00.000Z')).toEqual([
      '2026-12-01T16:30:00.000Z',
      '2026-12-02T00:30:00.000Z',
    ]);
  });

  test('of the Friday that Samoa never had is what of it reached into Saturday', () => {
    const friday = { ...hours, zone: 'Pacific/Apia', days: [5] };
    const saturday = ['2011-12-30T10:00:00.000Z', '2011-12-30T16:00:00.000Z'];
    expect(find({ quiet: friday }, '2011-12-30T12:00:00.000Z')).toEqual(saturday);
    const whole = { ...friday, from: '00:00', until: '00:00' };
    expect(find({ quiet: whole }, '2011-12-30T10:00:00.000Z')).toBeNull();
    const thursday = { ...hours, zone: 'Pacific/Apia', days: [4] };
    expect(find({ quiet: thursday }, '2011-12-30T09:00:00.000Z')?.[1]).toBe('2011-12-30T10:00:00.000Z');
  });

  test('is the time away and the hours that touch it, before and after', () => {
    const away = { from: at('2026-12-02T03:00:00.000Z'), until: at('2026-12-04T21:00:00.000Z') };
    for (const time of ['2026-12-01T21:00:00.000Z', '2026-12-03T12:00:00.000Z', '2026-12-05T04:00:00.000Z']) {
      expect(find({ quiet: hours, away }, time)).toEqual(['2026-12-01T21:00:00.000Z', '2026-12-05T05:00:00.000Z']);
    }
  });

  test('of who is always quiet ends once a week, as Monday’s hours begin', () => {
    const always = { ...hours, from: '09:00', until: '09:00' };
    const week = ['2026-11-30T08:00:00.000Z', '2026-12-07T08:00:00.000Z'];
    expect(find({ quiet: always }, '2026-11-30T08:00:00.000Z')).toEqual(week);
    expect(find({ quiet: always }, '2026-12-07T07:59:59.999Z')).toEqual(week);
    expect(find({ quiet: always }, '2026-12-07T08:00:00.000Z')?.[0]).toBe(week[1]);
    const ends = listEnds(
      { quiet: always, away: null },
      at('2026-12-01T00:00:00.000Z'),
      at('2026-12-20T00:00:00.000Z'),
    );
    expect(ends.map((end) => write(end)?.[1])).toEqual(['2026-12-07T08:00:00.000Z', '2026-12-14T08:00:00.000Z']);
    const away = { from: at('2026-12-06T00:00:00.000Z'), until: at('2026-12-08T00:00:00.000Z') };
    for (const time of ['2026-12-01T00:00:00.000Z', '2026-12-07T08:00:00.000Z', '2026-12-13T00:00:00.000Z']) {
      expect(find({ quiet: always, away }, time)).toEqual([week[0], '2026-12-14T08:00:00.000Z']);
    }
  });

  test('is none in a zone that this engine does not know any more, and the time away holds there', () => {
    const quiet = { ...hours, zone: 'Europe/Atlantis' };
    expect(find({ quiet }, '2026-12-01T23:00:00.000Z')).toBeNull();
    const away = { from: at('2026-12-01T00:00:00.000Z'), until: at('2026-12-02T00:00:00.000Z') };
    expect(find({ quiet, away }, '2026-12-01T23:00:00.000Z')?.[1]).toBe('2026-12-02T00:00:00.000Z');
    expect(createEndFilter(0, at('2026-12-01T00:00:00.000Z'))({ ...noHold, quiet })).toBe(false);
  });
});

describe.each(stretches)('in $zone, where the clock was changed or a day was skipped', (stretch) => {
  test('a hold is what a clock shows minute by minute', () => {
    fc.assert(
      fc.property(choicesOf(stretch), fc.array(minutesAround, { minLength: 20, maxLength: 20 }), (choices, looks) => {
        fc.pre(choices.quiet === null || !isAlways(choices.quiet));
        const held = holdEachMinute(stretch, choices);
        for (const n of looks.map((look) => middle + look)) {
          const found = findHold(choices, timeOf(stretch, n));
          const from = held.lastIndexOf(false, n) + 1;
          const until = held.indexOf(false, n);
          const expected = held[n] ? { from: timeOf(stretch, from), until: timeOf(stretch, until) } : null;
          expect([n, found]).toEqual([n, expected]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('holds end as minutes say, and whoever’s may have ended is looked at', () => {
    fc.assert(
      fc.property(choicesOf(stretch), timesOf(2), (choices, [first = 0, last = 0]) => {
        fc.pre(choices.quiet === null || !isAlways(choices.quiet));
        const held = holdEachMinute(stretch, choices);
        const expected: number[] = [];
        for (let n = first + 1; n <= last; n += 1) if (held[n - 1] && !held[n]) expected.push(timeOf(stretch, n));
        const span = [timeOf(stretch, first), timeOf(stretch, last)] as const;
        expect(listEnds(choices, ...span).map(({ until }) => until)).toEqual(expected);
        if (expected.length > 0) expect(createEndFilter(...span)({ ...noHold, ...choices })).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ['put back', { ...hours, until: '02:55' }, '2026-10-25T00:50:00.000Z', '2026-10-25T01:10:00.000Z'],
  [
    'put forward by a day',
    { ...hours, zone: 'Pacific/Apia', days: [4] },
    '2011-12-30T09:50:00.000Z',
    '2011-12-30T10:10:00.000Z',
  ],
])('in minutes in which a clock is %s, whose hold ended is looked at', (_, quiet, since, until) => {
  expect(listEnds({ quiet, away: null }, at(since), at(until))).toHaveLength(1);
  expect(createEndFilter(at(since), at(until))({ ...noHold, quiet })).toBe(true);
});

test('of a few minutes in which nothing ends, no clock is asked twice', () => {
  const mayHaveEnded = createEndFilter(at('2026-12-01T10:00:10.000Z'), at('2026-12-01T10:05:10.000Z'));
  const until = (time: string) => mayHaveEnded({ ...noHold, quiet: { ...hours, until: time } });
  expect(['10:59', '11:00', '11:05', '11:06', '23:59'].map(until)).toEqual([false, true, true, false, false]);
});
