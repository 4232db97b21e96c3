import type { Person } from '../definitions/person';
import type { JiraActor } from '../jira/call-jira';
import { findPeople } from '../jira/find-people';
import { JiraError } from '../jira/jira-error';

/** Who is behind an id, as the actor sees them. Jira refuses an id that cannot be one: there is no such account. @throws JiraError `away` */
export async function findAccount(id: string, actor: JiraActor = 'user'): Promise<Person> {
  const nobody: Person = { id, name: null, kind: 'unknown', active: false };
  try {
    return (await findPeople([id], actor)).get(id) ?? nobody;
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return nobody;
    throw error;
  }
}
