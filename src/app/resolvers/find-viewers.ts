import { route } from '@forge/api';
import { findIssue } from '../policy/find-issue';
import type { Person } from '../policy/person';
import type { Asker } from './asker';
import { searchPeople } from './people/search-people';
import { readSearchText } from './read-payload';

/**
 * People who can see the issue and whose name fits. Jira REST API v3, `GET /rest/api/3/user/viewissue/search`, as the
 * asker; it knows the issue by its key alone, which changes, so that the key is read first.
 */
export async function findViewers(asker: Asker, ask: { text: string }): Promise<{ people: Person[] }> {
  const text = readSearchText(ask.text);
  const { key } = await findIssue(asker.issueId);
  const query = new URLSearchParams({ issueKey: key, query: text, maxResults: '20' });
  return { people: await searchPeople(route`/rest/api/3/user/viewissue/search?${query}`, asker.accountId) };
}
