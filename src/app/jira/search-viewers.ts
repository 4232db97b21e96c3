import { route } from '@forge/api';
import type { Person } from '../definitions/person';
import { findIssue } from './find-issue';
import { searchPeople } from './search-people';

/**
 * People who can see the issue and whose name fits. Jira REST API v3, `GET /rest/api/3/user/viewissue/search`, as the
 * asker; it knows the issue by its key alone, which changes, so that the key is read first.
 */
export async function searchViewers(issueId: string, text: string, askerId: string): Promise<Person[]> {
  const { key } = await findIssue(issueId);
  const query = new URLSearchParams({ issueKey: key, query: text, maxResults: '20' });
  return searchPeople(route`/rest/api/3/user/viewissue/search?${query}`, askerId);
}
