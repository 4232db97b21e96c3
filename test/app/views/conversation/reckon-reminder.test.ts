import { reckonReminder } from '../../../../src/app/views/conversation/follow-up/reckon-reminder';

const reckon = (choice: 'hour' | 'tomorrow' | 'week', now: string, zone: string | undefined) =>
  reckonReminder(choice, new Date(now), zone);

test.each([
  ['in an hour', 'hour', '2026-11-04T13:20:00Z', 'Europe/Berlin', '2026-11-04T14:20:00.000Z'],
  ['tomorrow morning', 'tomorrow', '2026-11-04T13:20:00Z', 'Europe/Berlin', '2026-11-05T08:00:00.000Z'],
  ['tomorrow of where one is', 'tomorrow', '2026-11-04T16:20:00Z', 'Asia/Tokyo', '2026-11-06T00:00:00.000Z'],
  ['tomorrow over a change to summer', 'tomorrow', '2026-03-28T12:00:00Z', 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
  ['tomorrow over a change to winter', 'tomorrow', '2026-10-24T12:00:00Z', 'Europe/Berlin', '2026-10-25T08:00:00.000Z'],
  ['tomorrow of a year that ends', 'tomorrow', '2026-12-31T12:00:00Z', 'UTC', '2027-01-01T09:00:00.000Z'],
  ['Monday, seen from a Wednesday', 'week', '2026-11-04T13:20:00Z', 'Europe/Berlin', '2026-11-09T08:00:00.000Z'],
  ['Monday, seen from a Sunday', 'week', '2026-11-08T13:20:00Z', 'Europe/Berlin', '2026-11-09T08:00:00.000Z'],
  ['the next Monday, seen from a Monday', 'week', '2026-11-09T06:00:00Z', 'Europe/Berlin', '2026-11-16T08:00:00.000Z'],
  ['Monday over a change to summer', 'week', '2026-03-25T12:00:00Z', 'America/Sao_Paulo', '2026-03-30T12:00:00.000Z'],
] as const)('%s', (_what, choice, now, zone, due) => {
  expect(reckon(choice, now, zone)).toBe(due);
});

test.each([undefined, 'Nowhere/Land'])('a zone that is not known (%s) counts as the browser’s own', (zone) => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(reckon('tomorrow', '2026-11-04T13:20:00Z', zone)).toBe(reckon('tomorrow', '2026-11-04T13:20:00Z', own));
});
