/** A count as a reader of this locale groups it; one that this browser does not know counts as its own. */
export function formatNumber(count: number, locale: string | undefined): string {
  try {
    return new Intl.NumberFormat(locale).format(count);
  } catch {
    return new Intl.NumberFormat().format(count);
  }
}
