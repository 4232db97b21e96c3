import { findInstant, isTimeZone, readZoned } from '../../../../patterns/zoned-time';

/** When one may be reminded. */
export const reminderChoices = ['hour', 'tomorrow', 'week'] as const;
export type ReminderChoice = (typeof reminderChoices)[number];

/** When a working day begins, in minutes since midnight. */
const morning = 9 * 60;
const hourMs = 3_600_000;

/**
 * In an hour, tomorrow morning, or on the morning of the next Monday, by the clock of the reader.
 * @param zone an IANA name; one that this browser does not know counts as its own
 * @returns ISO 8601, UTC
 */
export function reckonReminder(choice: ReminderChoice, now: Date, zone: string | undefined): string {
  if (choice === 'hour') return new Date(now.getTime() + hourMs).toISOString();
  const known = zone !== undefined && isTimeZone(zone) ? zone : undefined;
  const { weekday, day, ...today } = readZoned(now, known);
  const ahead = choice === 'tomorrow' ? 1 : (8 - weekday) % 7 || 7;
  return findInstant({ ...today, day: day + ahead, minutes: morning }, known).toISOString();
}
