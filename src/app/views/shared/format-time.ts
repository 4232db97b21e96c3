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
  const dateOf = (time: Date) => format(time, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA', timeZone);
  const [date, today] = [dateOf(moment), dateOf(now)];
  if (date === today) return formatClock(moment, locale, timeZone);
  const style: Style =
    date.slice(0, 4) === today.slice(0, 4) ? { month: 'short', day: 'numeric' } : { dateStyle: 'medium' };
  return format(moment, style, locale, timeZone);
}

type Style = Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle' | 'year' | 'month' | 'day'>;

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
