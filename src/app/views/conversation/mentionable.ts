import type { MentionedPerson } from '../../definitions/composer';
import type { Person } from '../../definitions/person';

/** How many are offered at once. */
const most = 20;

/**
 * Those among these people whom one may mention, each once: people with a name that fits what was typed. `found` were
 * found by it, and fit in Jira's own way.
 */
export function mentionable(
  people: readonly Person[],
  search: string,
  found: readonly Person[] = [],
): readonly MentionedPerson[] {
  const text = search.toLocaleLowerCase();
  const offered = new Map<string, MentionedPerson>();
  const isFound = new Set(found.map(({ id }) => id));
  for (const { id, name, kind } of people) {
    if (name === null || kind !== 'person' || offered.size === most) continue;
    const words = [name, ...name.split(/\s+/)].map((word) => word.toLocaleLowerCase());
    if (isFound.has(id) || words.some((word) => word.startsWith(text))) offered.set(id, { id, name });
  }
  return [...offered.values()];
}
