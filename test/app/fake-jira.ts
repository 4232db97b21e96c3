/** A user as Jira's REST API writes one. */
export interface JiraUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly accountType: 'atlassian' | 'app' | 'customer';
}

export function aUser(accountId: string, displayName: string, changes: Partial<JiraUser> = {}): JiraUser {
  return { accountId, displayName, active: true, accountType: 'atlassian', ...changes };
}

export const alice = aUser('557058:a11ce', 'Alice Archer');
export const bob = aUser('557058:b0b', 'Bob Brown');
export const carla = aUser('557058:ca41a', 'Carla Diaz');
export const dan = aUser('557058:da4', 'Dan Deactivated', { active: false });
export const robot = aUser('557058:40b07', 'Build Robot', { accountType: 'app' });
export const customer = aUser('qm:c057', 'Portal Customer', { accountType: 'customer' });

interface FakeIssue {
  key: string;
  assignee: JiraUser | null;
  hiddenFrom?: readonly string[];
}

/** As much of Jira as the app asks for, answering as the person who asks. Its members may be changed at any time. */
export class FakeJira {
  readonly issues = new Map<string, FakeIssue>();
  readonly users = [alice, bob, carla, dan, robot, customer];
  readonly withoutConsent = new Set<string>();
  isAway = false;

  answer(person: string, path: string): Response {
    if (this.withoutConsent.has(person)) {
      return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
    }
    if (this.isAway) return Response.json({ errorMessages: ['away'] }, { status: 503 });
    const url = new URL(path, 'https://jira.invalid');
    if (url.pathname === '/rest/api/3/user/bulk') return this.#listUsers(url.searchParams);
    const id = /^\/rest\/api\/3\/issue\/(\d+)$/.exec(url.pathname)?.[1];
    const issue = id === undefined ? undefined : this.issues.get(id);
    if (issue === undefined || issue.hiddenFrom?.includes(person)) {
      return Response.json({ errorMessages: ['Issue does not exist'], errors: {} }, { status: 404 });
    }
    return Response.json({ id, key: issue.key, fields: { assignee: issue.assignee } });
  }

  /** Ten at most unless more are asked for, as the real one does. */
  #listUsers(query: URLSearchParams): Response {
    const asked = query.getAll('accountId');
    const values = this.users.filter(({ accountId }) => asked.includes(accountId));
    return Response.json({ values: values.slice(0, Number(query.get('maxResults') ?? 10)) });
  }
}
