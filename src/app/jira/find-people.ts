import { route } from '@forge/api';
import { parsePerson } from '../definitions/parse-person';
import type { Person } from '../definitions/person';
import { getJira, type JiraActor } from './call-jira';

/**
 * The people with these ids as the asking person (or the app) may see them, each id answered. Asks Jira only for
 * accounts, and not at all when there are none. Jira REST API v3, `GET /rest/api/3/user/bulk`: at most 200 ids.
 */
export async function findPeople(
  ids: readonly string[],
  actor: JiraActor = 'user',
): Promise<ReadonlyMap<string, Person>> {
  const accounts = ids.filter((id) => !isProgram(id));
  const found = accounts.length === 0 ? [] : await askForUsers(accounts, actor);
  const byId = new Map(found.map((person) => [person.id, person]));
  return new Map(ids.map((id) => [id, byId.get(id) ?? nameless(id)]));
}

async function askForUsers(accounts: readonly string[], actor: JiraActor): Promise<Person[]> {
  const query = new URLSearchParams(accounts.map((id) => ['accountId', id]));
  query.set('maxResults', String(accounts.length));
  const { values } = (await getJira(route`/rest/api/3/user/bulk?${query}`, actor)) as { values?: unknown };
  return (Array.isArray(values) ? values : []).map(parsePerson).filter((person) => person !== null);
}

function nameless(id: string): Person {
  return { id, name: null, kind: isProgram(id) ? 'program' : 'unknown', active: false };
}

/** Senders that are not accounts of Jira: `app:<uuid>` and `client:<id>`, as the conversation API writes them. */
function isProgram(id: string): boolean {
  return id.startsWith('app:') || id.startsWith('client:');
}
