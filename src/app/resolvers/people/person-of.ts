import type { Person } from '../../definitions/person';

/**
 * Someone by their id alone, for a view, which asks Jira itself what its reader may see of them. Until then an account
 * counts as a person; a program is one by its id, and Jira knows none.
 */
export function personOf(id: string): Person {
  return isProgram(id)
    ? { id, name: null, kind: 'program', active: false }
    : { id, name: null, kind: 'person', active: true };
}

/** Senders that are not accounts of Jira: `app:<uuid>` and `client:<id>`, as the conversation API writes them. */
function isProgram(id: string): boolean {
  return id.startsWith('app:') || id.startsWith('client:');
}
