import { route } from '@forge/api';
import { parsePerson } from '../definitions/parse-person';
import type { Person } from '../definitions/person';
import { getJira } from './call-jira';
import { JiraError } from './jira-error';

/**
 * Someone as Jira shows them to the asking person where they look for people; null for whom it does not show them. Asked
 * as that person, whose permission "Browse users and groups" decides: without it Jira finds nobody.
 * Jira REST API v3, `GET /rest/api/3/user/search`, by the account id alone, which is matched as a whole.
 * @throws JiraError `away`, `busy`
 */
export async function findShown(accountId: string): Promise<Person | null> {
  const query = new URLSearchParams({ accountId, maxResults: '1' });
  try {
    const found = await getJira(route`/rest/api/3/user/search?${query}`);
    const people = (Array.isArray(found) ? found : []).map(parsePerson);
    return people.find((person) => person?.id === accountId) ?? null;
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return null;
    throw error;
  }
}
