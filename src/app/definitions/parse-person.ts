import type { Person } from './person';

const kinds: ReadonlyMap<unknown, Person['kind']> = new Map([
  ['atlassian', 'person'],
  ['app', 'app'],
  ['customer', 'customer'],
]);

/** A user of Jira's REST API as a Person; null where the value is none. Jira REST API v3, schema User. */
export function parsePerson(value: unknown): Person | null {
  if (typeof value !== 'object' || value === null) return null;
  const { accountId, displayName, accountType, active } = value as Record<string, unknown>;
  if (typeof accountId !== 'string' || accountId === '') return null;
  return {
    id: accountId,
    name: typeof displayName === 'string' && displayName !== '' ? displayName : null,
    kind: kinds.get(accountType) ?? 'unknown',
    active: active === true,
  };
}
