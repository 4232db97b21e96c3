import type { InboxEntry, InboxPage } from '../../../definitions';

/** A list after its next page: what moved up meanwhile and is there already stays where it is. */
export function appendEntries(known: readonly InboxEntry[], more: readonly InboxEntry[]): InboxEntry[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...more.filter(({ id }) => !ids.has(id))];
}

/**
 * A list after its first page came again. Pages below it stay as long as the new one reaches down to them; when so much
 * happened meanwhile that it does not, or when it is the whole list, the list begins anew.
 */
export function renewEntries(known: InboxPage, first: InboxPage): InboxPage {
  const last = first.entries.at(-1);
  const at = known.entries.findIndex(({ id }) => id === last?.id);
  if (first.cursor === '' || at === -1) return first;
  const ids = new Set(first.entries.map(({ id }) => id));
  const below = known.entries.slice(at + 1).filter(({ id }) => !ids.has(id));
  return { entries: [...first.entries, ...below], cursor: below.length === 0 ? first.cursor : known.cursor };
}
