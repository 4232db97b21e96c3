import { formatDay, formatShortTime, formatTime } from '../../../../src/app/views/shared/format-time';

const ts = '2026-03-04T23:06:07.000Z';

test("a moment is written as the reader's locale and time zone do", () => {
  expect(formatTime(ts, 'en-GB', 'UTC')).toBe('4 Mar 2026, 23:06');
  expect(formatTime(ts, 'de-DE', 'Asia/Tokyo')).toBe('05.03.2026, 08:06');
});

test('a time zone that this browser does not know does not keep the moment from being shown', () => {
  expect(formatTime(ts, 'de-DE', 'Mars/Olympus')).toMatch(/0[45]\.03\.2026/);
});

test('a locale that this browser does not know does not move the moment into another time zone', () => {
  expect(formatTime(ts, 'no such locale', 'Asia/Tokyo')).toMatch(/8:06/);
});

test('a short moment is a clock today, a day this year and a date before, by the day of the reader', () => {
  const short = (now: string, zone = 'UTC') => formatShortTime(ts, 'en-GB', zone, new Date(now));
  expect(short('2026-03-04T00:10:00.000Z')).toBe('23:06');
  expect(short('2026-03-05T00:10:00.000Z')).toBe('4 Mar');
  // In Tokyo it is the 5th already.
  expect(short('2026-03-05T00:10:00.000Z', 'Asia/Tokyo')).toBe('08:06');
  expect(short('2027-03-04T23:06:07.000Z')).toBe('4 Mar 2026');
});

test('a short moment stands the same doubts', () => {
  const now = new Date('2026-03-09T00:00:00.000Z');
  expect(formatShortTime(ts, 'no such locale', 'Mars/Olympus', now)).toMatch(/[45]/);
});

test('a day is today or yesterday in the reader’s words, then its weekday, and its year where that is another one', () => {
  const words = { today: 'Today', yesterday: 'Yesterday' };
  const day = (now: string, zone = 'UTC') => formatDay(ts, 'en-GB', zone, words, new Date(now));
  expect(day('2026-03-04T23:10:00.000Z')).toBe('Today');
  expect(day('2026-03-05T00:10:00.000Z')).toBe('Yesterday');
  // In Tokyo it is the 5th already.
  expect(day('2026-03-05T00:10:00.000Z', 'Asia/Tokyo')).toBe('Today');
  expect(day('2026-03-09T00:00:00.000Z')).toMatch(/^Wednesday,? 4 March$/);
  expect(day('2027-03-04T23:06:07.000Z')).toMatch(/^Wednesday,? 4 March 2026$/);
});

test('yesterday is the day before, also where the clocks were put on in between', () => {
  const words = { today: 'Today', yesterday: 'Yesterday' };
  expect(
    formatDay('2026-03-28T10:00:00.000Z', 'en-GB', 'Europe/Berlin', words, new Date('2026-03-29T21:59:00.000Z')),
  ).toBe('Yesterday');
});
