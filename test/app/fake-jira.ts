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

export const webProject = { id: '20001', key: 'WEB', name: 'Website' };

interface FakeIssue {
  key: string;
  summary?: string;
  assignee: JiraUser | null;
  reporter?: JiraUser | null;
  /** WEB unless a test says otherwise. */
  project?: typeof webProject;
  hiddenFrom?: readonly string[];
}

/** A mail that Jira was asked to send. */
export interface Notification {
  readonly issueId: string;
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody?: string;
  readonly to: { readonly users?: readonly { readonly accountId: string }[] };
}

interface Init {
  readonly method?: string;
  readonly body?: string;
}

/**
 * As much of Jira as the app asks for, answering as the person who asks; null is the app, which sees every issue that is
 * not in `hiddenFromApp`. Its members may be changed at any time.
 */
export class FakeJira {
  readonly issues = new Map<string, FakeIssue>();
  readonly users = [alice, bob, carla, dan, robot, customer];
  readonly projects = [webProject, { id: '20002', key: 'OPS', name: 'Operations' }];
  readonly administrators = new Set([carla.accountId]);
  readonly withoutConsent = new Set<string>();
  readonly hiddenFromApp = new Set<string>();
  readonly notifications: Notification[] = [];
  /** Answers this instead of whether someone sees an issue. */
  permissionsCheckFailsWith: number | null = null;
  notifyFailsWith: number | null = null;
  isAway = false;

  answer(person: string | null, path: string, init: Init = {}): Response {
    if (person !== null && this.withoutConsent.has(person)) {
      return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
    }
    if (this.isAway) return Response.json({ errorMessages: ['away'] }, { status: 503 });
    const { pathname, searchParams } = new URL(path, 'https://jira.invalid');
    if (pathname === '/rest/api/3/user/bulk') return this.#listUsers(searchParams);
    if (pathname === '/rest/api/3/mypermissions') return this.#listPermissions(person, searchParams);
    if (pathname === '/rest/api/3/permissions/check') return this.#checkPermissions(init);
    if (pathname === '/rest/api/3/project/search') return this.#searchProjects(searchParams);
    if (pathname === '/rest/api/3/user/viewissue/search') return this.#searchViewers(person, searchParams);
    if (pathname === '/rest/api/3/serverInfo') {
      return Response.json({ baseUrl: 'https://example.atlassian.net', defaultLocale: { locale: 'en_US' } });
    }
    if (pathname === '/rest/api/3/issue/bulkfetch') return this.#readIssues(person, init);
    if (pathname === '/rest/api/3/user/search') return this.#searchUsers(searchParams);
    const [, id = '', verb] = /^\/rest\/api\/3\/issue\/([^/]+)(\/notify)?$/.exec(pathname) ?? [];
    if (id !== '') return verb === undefined ? this.#readIssue(person, decodeURIComponent(id)) : this.#notify(id, init);
    throw new Error(`No test answers ${pathname} of Jira`);
  }

  /** Whether someone sees an issue; null is the app. */
  sees(person: string | null, id: string): boolean {
    const issue = this.issues.get(id);
    if (issue === undefined) return false;
    if (person === null) return !this.hiddenFromApp.has(id);
    return person !== '' && !issue.hiddenFrom?.includes(person);
  }

  #readIssue(person: string | null, idOrKey: string): Response {
    const [id, issue] = [...this.issues].find(([known, { key }]) => known === idOrKey || key === idOrKey) ?? [];
    if (id === undefined || issue === undefined || !this.sees(person, id)) {
      return Response.json({ errorMessages: ['Issue does not exist'], errors: {} }, { status: 404 });
    }
    const { key, assignee, reporter = null, project = webProject, summary = 'The login page is slow' } = issue;
    return Response.json({ id, key, fields: { assignee, reporter, project, summary } });
  }

  /** Those that are absent or hidden are left out, as the real one does. */
  #readIssues(person: string | null, { body }: Init): Response {
    const { issueIdsOrKeys } = JSON.parse(body ?? '{}') as { issueIdsOrKeys: string[] };
    const seen = issueIdsOrKeys.filter((id) => this.sees(person, id));
    const issues = seen.map((id) => {
      const { key = '', summary = 'The login page is slow' } = this.issues.get(id) ?? {};
      return { id, key, fields: { summary } };
    });
    return Response.json({ issues, issueErrors: [] });
  }

  #notify(id: string, { body }: Init): Response {
    if (this.notifyFailsWith !== null) return new Response(null, { status: this.notifyFailsWith });
    this.notifications.push({ issueId: id, ...(JSON.parse(body ?? '{}') as Omit<Notification, 'issueId'>) });
    return new Response(null, { status: 204 });
  }

  #listPermissions(person: string | null, query: URLSearchParams): Response {
    const keys = (query.get('permissions') ?? '').split(',');
    const isAdministrator = person !== null && this.administrators.has(person);
    const permissions = keys.map((key) => [key, { key, havePermission: key === 'ADMINISTER' && isAdministrator }]);
    return Response.json({ permissions: Object.fromEntries(permissions) });
  }

  /** Jira lists, for each permission, the issues for which the account has it. */
  #checkPermissions({ body }: Init): Response {
    if (this.permissionsCheckFailsWith !== null) return new Response(null, { status: this.permissionsCheckFailsWith });
    const { accountId, projectPermissions } = JSON.parse(body ?? '{}') as {
      accountId: string;
      projectPermissions: { permissions: string[]; issues?: number[] }[];
    };
    const answers = projectPermissions.flatMap(({ permissions, issues = [] }) =>
      permissions.map((permission) => ({
        permission,
        issues: issues.filter((id) => this.sees(accountId, String(id))),
        projects: [],
      })),
    );
    return Response.json({ projectPermissions: answers, globalPermissions: [] });
  }

  #searchProjects(query: URLSearchParams): Response {
    const text = (query.get('query') ?? '').toLowerCase();
    const values = this.projects.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(text));
    return Response.json({ values: values.slice(0, Number(query.get('maxResults') ?? 50)), isLast: true });
  }

  #searchViewers(person: string | null, query: URLSearchParams): Response {
    const key = query.get('issueKey');
    const [id] = [...this.issues].find(([known, issue]) => known === key || issue.key === key) ?? [];
    if (id === undefined || !this.sees(person, id)) return Response.json({ errorMessages: [] }, { status: 404 });
    const found = this.#named(query).filter(({ accountId, active }) => active && this.sees(accountId, id));
    return Response.json(found.slice(0, Number(query.get('maxResults') ?? 50)));
  }

  #searchUsers(query: URLSearchParams): Response {
    return Response.json(this.#named(query).slice(0, Number(query.get('maxResults') ?? 50)));
  }

  #named(query: URLSearchParams): JiraUser[] {
    const text = (query.get('query') ?? '').toLowerCase();
    return this.users.filter(({ displayName }) => displayName.toLowerCase().includes(text));
  }

  /** Ten at most unless more are asked for, as the real one does. */
  #listUsers(query: URLSearchParams): Response {
    const asked = query.getAll('accountId');
    const values = this.users.filter(({ accountId }) => asked.includes(accountId));
    return Response.json({ values: values.slice(0, Number(query.get('maxResults') ?? 10)) });
  }
}
