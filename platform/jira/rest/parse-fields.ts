/** The fields that are wanted; null is all of them, as for `*all`, `*navigable` and nothing named. */
export function parseFields(names: readonly string[]): ReadonlySet<string> | null {
  const wantsAll = names.length === 0 || names.includes('*all') || names.includes('*navigable');
  return wantsAll ? null : new Set(names);
}
