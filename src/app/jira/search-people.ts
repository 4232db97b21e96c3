import type { Route } from '@forge/api';
import type { Person } from '../definitions/person';
import { getJira } from './call-jira';
import { parsePerson } from './parse-person';

/** How many people a search offers. */
const mostFound = 20;

/**
 * Those of Jira's answer who may be written to: active humans, and never the asker.
 * @param search a user search of Jira's REST API v3, which answers an array of users
 */
export async function searchPeople(search: Route, askerId: string): Promise<Person[]> {
  const found = await getJira(search);
  return (Array.isArray(found) ? found : [])
    .map(parsePerson)
    .filter((person) => person !== null)
    .filter(({ id, kind, active }) => kind === 'person' && active && id !== askerId)
    .slice(0, mostFound);
}
