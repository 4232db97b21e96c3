import { formatTime } from '../../../../src/app/views/shared/format-time';

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
