import { requestJira } from '@forge/bridge';

/**
 * What Jira calls these accounts, for who looks at the page; whoever it does not name is not there. Asked by the view
 * itself, as its reader. Never throws: a flag without a name is one all the same. Jira REST API v3, `GET /rest/api/3/user/bulk`.
 */
export async function findNames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  try {
    const query = new URLSearchParams(accountIds.map((id) => ['accountId', id]));
    const response = await requestJira(`/rest/api/3/user/bulk?${query}`, { headers: { Accept: 'application/json' } });
    const { values } = (await response.json()) as { values?: unknown };
    return new Map((Array.isArray(values) ? (values as unknown[]) : []).flatMap(readName));
  } catch {
    return new Map();
  }
}

function readName(user: unknown): [string, string][] {
  const { accountId, displayName } = (user ?? {}) as { accountId?: unknown; displayName?: unknown };
  const isNamed = typeof accountId === 'string' && typeof displayName === 'string' && displayName !== '';
  return isNamed ? [[accountId, displayName]] : [];
}
