import type { Person } from '../../definitions/person';
import { searchViewers } from '../../jira/search-viewers';
import type { Asker } from '../shared/asker';
import { readSearchText } from '../shared/read-payload';

/** What the panel's search offers: people who can see its issue. */
export async function findViewers(asker: Asker, ask: { text: string }): Promise<{ people: Person[] }> {
  return { people: await searchViewers(asker.issueId, readSearchText(ask.text), asker.accountId) };
}
