import { isTimeZone, readZoned } from '../../../patterns/zoned-time';

/**
 * A moment as the reader writes it, in their time zone.
 * @param ts ISO 8601
 * @param timeZone an IANA name; one that this browser does not know counts as its own zone
 */
export function formatTime(ts: string, locale: string | undefined, timeZone: string | undefined): string {
  return format(new Date(ts), { dateStyle: 'medium', timeStyle: 'short' }, locale, timeZone);
}

/** A moment of today as a clock of the reader's shows it. The same holds of what is not known. */
export function formatClock(moment: Date, locale: string | undefined, timeZone: string | undefined): string {
  return format(moment, { timeStyle: 'short' }, locale, timeZone);
}

/** A time of any day, `HH:MM`, as the reader's clock shows it. */
export function formatTimeOfDay(time: string, locale: string | undefined): string {
  return formatClock(new Date(`${aMonday}T${time}Z`), locale, 'UTC');
}

/** What the reader calls a day of the week. @param day ISO: 1 is Monday */
export function formatWeekday(day: number, locale: string | undefined): string {
  const moment = new Date(Date.parse(aMonday) + (day - 1) * dayMs);
  return format(moment, { weekday: 'long' }, locale, 'UTC');
}

/**
 * A moment as short as it stays clear: a clock's time today, the day and the month this year, else a date. The same holds
 * of what is not known.
 */
export function formatShortTime(
  ts: string,
  locale: string | undefined,
  timeZone: string | undefined,
  now = new Date(),
): string {
  const moment = new Date(ts);
  const [date, today] = [dateOf(moment, timeZone), dateOf(now, timeZone)];
  if (date === today) return formatClock(moment, locale, timeZone);
  const style: Style =
    date.slice(0, 4) === today.slice(0, 4) ? { month: 'short', day: 'numeric' } : { dateStyle: 'medium' };
  return format(moment, style, locale, timeZone);
}

/** Until when somebody is away: the day on which they are back, with the time where it is no midnight for the reader. */
export function formatUntil(
  ts: string,
  locale: string | undefined,
  timeZone: string | undefined,
  now = new Date(),
): string {
  const moment = new Date(ts);
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? timeZone : undefined;
  const isSameYear = dateOf(moment, zone).slice(0, 4) === dateOf(now, zone).slice(0, 4);
  const style: Style = { month: 'short', day: 'numeric', ...(isSameYear ? {} : { year: 'numeric' }) };
  const isMidnight = readZoned(moment, zone).minutes === 0;
  return format(moment, isMidnight ? style : { ...style, hour: 'numeric', minute: '2-digit' }, locale, zone);
}

/** The day of a moment where the reader is, which sorts as it reads: 2026-03-04. */
export function dayOf(ts: string, timeZone: string | undefined): string {
  return dateOf(new Date(ts), timeZone);
}

/** The day of a moment as a line says it: today or yesterday in the reader's words, else with its weekday. */
export function formatDay(
  ts: string,
  locale: string | undefined,
  timeZone: string | undefined,
  words: { readonly today: string; readonly yesterday: string },
  now = new Date(),
): string {
  const moment = new Date(ts);
  const [date, today] = [dateOf(moment, timeZone), dateOf(now, timeZone)];
  if (date === today) return words.today;
  // Noon of a day and of the one before it are a day apart, whatever becomes of the clocks.
  if (Date.parse(`${today}T12:00Z`) - Date.parse(`${date}T12:00Z`) === dayMs) return words.yesterday;
  const style: Style = { weekday: 'long', month: 'long', day: 'numeric' };
  return format(
    moment,
    date.slice(0, 4) === today.slice(0, 4) ? style : { ...style, year: 'numeric' },
    locale,
    timeZone,
  );
}

const dayMs = 86_400_000;
/** Of a year in which all is as ever. */
const aMonday = '2024-01-01';

function dateOf(time: Date, timeZone: string | undefined): string {
  return format(time, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA', timeZone);
}

type Style = Pick<
  Intl.DateTimeFormatOptions,
  'dateStyle' | 'timeStyle' | 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute'
>;

function format(moment: Date, style: Style, locale: string | undefined, timeZone: string | undefined): string {
  const write = (language: string | undefined, zone: string | undefined) =>
    new Intl.DateTimeFormat(language, zone === undefined ? style : { ...style, timeZone: zone }).format(moment);
  // The platform's word for one of them may be unknown here; the other one still counts.
  for (const attempt of [
    () => write(locale, timeZone),
    () => write(undefined, timeZone),
    () => write(locale, undefined),
  ]) {
    try {
      return attempt();
    } catch {}
  }
  return write(undefined, undefined);
}
