/**
 * A moment as the reader writes it, in their time zone.
 * @param ts ISO 8601
 * @param timeZone an IANA name; one that this browser does not know counts as its own zone
 */
export function formatTime(ts: string, locale: string | undefined, timeZone: string | undefined): string {
  const moment = new Date(ts);
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const format = (language: string | undefined, zone: string | undefined) =>
    new Intl.DateTimeFormat(language, zone === undefined ? style : { ...style, timeZone: zone }).format(moment);
  // The platform's word for one of them may be unknown here; the other one still counts.
  for (const attempt of [
    () => format(locale, timeZone),
    () => format(undefined, timeZone),
    () => format(locale, undefined),
  ]) {
    try {
      return attempt();
    } catch {}
  }
  return format(undefined, undefined);
}
