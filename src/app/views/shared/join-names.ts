/** Names one after the other, as a reader of this locale writes them; one that this browser does not know counts as its own. */
export function joinNames(names: readonly string[], locale: string | undefined): string {
  return createFormat(locale).format(names);
}

function createFormat(locale: string | undefined): Intl.ListFormat {
  try {
    return new Intl.ListFormat(locale, { type: 'conjunction' });
  } catch {
    return new Intl.ListFormat(undefined, { type: 'conjunction' });
  }
}
