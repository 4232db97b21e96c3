import { findInstant, isTimeZone, readZoned } from '../../src/patterns/zoned-time';

const at = (text: string) => new Date(text);
const day = (month: number, date: number, minutes: number, year = 2026) => ({ year, month, day: date, minutes });
const found = (zone: string | undefined, ...parts: Parameters<typeof day>) =>
  findInstant(day(...parts), zone).toISOString();

describe('a clock', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29T00:59:00Z', { month: 3, day: 29, weekday: 0, minutes: 119 }],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', { month: 3, day: 29, weekday: 0, minutes: 180 }],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', { month: 10, day: 25, weekday: 0, minutes: 150 }],
    ['Europe/Berlin', '2026-10-25T01:30:00Z', { month: 10, day: 25, weekday: 0, minutes: 150 }],
    ['Asia/Kolkata', '2026-12-31T18:30:00Z', { year: 2027, month: 1, day: 1, weekday: 5, minutes: 0 }],
    ['Pacific/Kiritimati', '2026-06-01T10:00:00Z', { month: 6, day: 2, weekday: 2, minutes: 0 }],
    ['Pacific/Pago_Pago', '2026-06-01T10:59:00Z', { month: 5, day: 31, weekday: 0, minutes: 1439 }],
  ])('in %s shows at %s what it shows there', (zone, moment, shown) => {
    expect(readZoned(at(moment), zone)).toMatchObject(shown);
  });

  test.each([
    ['a winter day', 'Europe/Berlin', [1, 15, 540], '2026-01-15T08:00:00.000Z'],
    ['a summer day', 'Europe/Berlin', [7, 15, 540], '2026-07-15T07:00:00.000Z'],
    ['what it shows twice, the first time', 'Europe/Berlin', [10, 25, 150], '2026-10-25T00:30:00.000Z'],
    ['what it leaves out, as it is put forward', 'Europe/Berlin', [3, 29, 150], '2026-03-29T01:00:00.000Z'],
    ['the midnight that a zone leaves out', 'Africa/Cairo', [4, 24, 10], '2026-04-23T22:00:00.000Z'],
    ['a change of half an hour', 'Australia/Lord_Howe', [10, 4, 135], '2026-10-03T15:30:00.000Z'],
    ['the day after the last of a month', 'Asia/Tokyo', [12, 32, 540], '2027-01-01T00:00:00.000Z'],
    ['far ahead of UTC', 'Pacific/Kiritimati', [6, 2, 0], '2026-06-01T10:00:00.000Z'],
    ['far behind UTC', 'Pacific/Pago_Pago', [5, 31, 1439], '2026-06-01T10:59:00.000Z'],
  ] as const)('finds %s', (_what, zone, [month, date, minutes], moment) => {
    expect(found(zone, month, date, minutes)).toBe(moment);
  });

  test('is found again for every quarter of an hour of a year, in zones that change it', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'UTC']) {
      const wrong: string[] = [];
      for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 1); time += 6 * 3_600_000 + 900_000) {
        const shown = readZoned(new Date(time), zone);
        const again = findInstant(shown, zone).getTime();
        // What a clock shows twice is the first of both.
        const isSame = again === time || (again < time && time - again <= 3_600_000);
        if (!isSame || readZoned(new Date(again), zone).minutes !== shown.minutes)
          wrong.push(new Date(time).toISOString());
      }
      expect([zone, wrong]).toEqual([zone, []]);
    }
  });

  test('is of a zone that there is', () => {
    expect(['Europe/Berlin', 'UTC', 'Etc/GMT+5'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['', 'Nowhere', 'Europe/Atlantis', '../etc'].map(isTimeZone)).toEqual([false, false, false, false]);
  });
});
