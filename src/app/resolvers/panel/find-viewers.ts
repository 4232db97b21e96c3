import type { Person } from '../../definitions/person';
import { searchSitePeople } from '../../jira/search-site-people';
import type { Asker } from '../shared/asker';

/** What the panel's search offers: people of the site. What they see is asked where a conversation starts. */
export async function findViewers(asker: Asker, { text }: { readonly text: string }): Promise<{ people: Person[] }> {
  return { people: await searchSitePeople(text, asker.accountId) };
}
