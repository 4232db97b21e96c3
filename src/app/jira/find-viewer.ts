import { route } from '@forge/api';
import { parsePerson } from '../definitions/parse-person';
import type { Person } from '../definitions/person';
import { getJira, type JiraActor } from './call-jira';
import { JiraError } from './jira-error';

/**
 * Someone who sees the issue, as the asking person may know it; null where Jira does not say that they do, which is no
 * word that they do not. Asked as the asking person, so that nobody learns of others what Jira would not tell them; as the app for a mail
 * to this very person.
 * Jira REST API v3, `GET /rest/api/3/user/viewissue/search`: it knows the issue by its key, takes the people of a range
 * first and keeps those who fit, and charges for everyone of the range. A range of one costs the same on every site.
 * @throws JiraError `busy`, which says nothing of anyone
 */
export async function findViewer(
  accountId: string,
  issueKey: string,
  actor: JiraActor = 'user',
): Promise<Person | null> {
  const query = new URLSearchParams({ issueKey, accountId, maxResults: '1' });
  try {
    const found = await getJira(route`/rest/api/3/user/viewissue/search?${query}`, actor);
    const people = (Array.isArray(found) ? found : []).map(parsePerson);
    return people.find((person) => person?.id === accountId) ?? null;
  } catch (error) {
    if (error instanceof JiraError && error.reason !== 'busy') return null;
    throw error;
  }
}
