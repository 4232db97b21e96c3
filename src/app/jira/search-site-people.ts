import { route } from '@forge/api';
import type { Person } from '../definitions/person';
import { searchPeople } from './search-people';

/** People of the site whose name fits. More are asked for than are offered, since apps and former users come with them. */
export function searchSitePeople(text: string, askerId: string): Promise<Person[]> {
  const query = new URLSearchParams({ query: text, maxResults: '50' });
  return searchPeople(route`/rest/api/3/user/search?${query}`, askerId);
}
