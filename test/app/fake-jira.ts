import type { Project } from '../../platform/jira/issues';
import type { JiraData } from '../../platform/jira/jira-data';
import type { Person } from '../../platform/jira/people';

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

/** Where the app is installed in these tests. */
export const testSite = {
  cloudId: '11111111-1111-4111-8111-11111111aaaa',
  name: 'Example',
  url: 'https://example.atlassian.net',
  installationId: 'i1',
  environmentId: 'e1',
};

interface TestIssue {
  key: string;
  summary?: string;
  assignee: JiraUser | null;
  reporter?: JiraUser | null;
  /** WEB unless a test says otherwise. */
  project?: typeof webProject;
  hiddenFrom?: readonly string[];
  watchers?: readonly string[];
}

/** A mail that Jira was asked to send. */
export interface Notification {
  readonly issueId: string;
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody?: string;
  readonly to: { readonly users?: readonly { readonly accountId: string }[] };
}

/** The site of the tests, as the platform's Jira shows it. Its members may be changed at any time. */
export class FakeJira {
  readonly issues = new Map<string, TestIssue>();
  readonly users = [alice, bob, carla, dan, robot, customer];
  /** Names of groups by account. */
  readonly groups = new Map<string, readonly string[]>();
  readonly projects: Project[] = [webProject, { id: '20002', key: 'OPS', name: 'Operations' }];
  readonly administrators = new Set([carla.accountId]);
  readonly withoutConsent = new Set<string>();
  /** Who lacks "Browse users and groups". */
  readonly withoutBrowsing = new Set<string>();
  /** Ids of issues whose project an administrator closed to apps. */
  readonly hiddenFromApp = new Set<string>();
  /** What Jira took, in order. */
  readonly notifications: Notification[] = [];
  notifyFailsWith: number | null = null;
  isAway = false;

  /** What the room reads each time that it is asked. */
  readonly data: JiraData = Object.defineProperties({} as JiraData, {
    site: { value: testSite },
    projects: { get: () => this.projects },
    people: { get: () => this.users.map((user) => this.describe(user)) },
    issues: { get: () => this.#listIssues() },
  });

  describe(user: JiraUser): Person {
    const { accountId } = user;
    return {
      ...user,
      isAdmin: this.administrators.has(accountId),
      hasConsented: !this.withoutConsent.has(accountId),
      groups: this.groups.get(accountId) ?? [],
      mayBrowseUsers: !this.withoutBrowsing.has(accountId),
    };
  }

  #listIssues(): JiraData['issues'] {
    return [...this.issues].map(([id, issue]) => ({
      id,
      key: issue.key,
      summary: issue.summary ?? 'The login page is slow',
      project: issue.project ?? webProject,
      type: 'Task',
      status: 'To Do',
      priority: 'Medium',
      description: { version: 1, type: 'doc', content: [] },
      labels: [],
      reporterId: issue.reporter?.accountId ?? null,
      assigneeId: issue.assignee?.accountId ?? null,
      visibleTo: null,
      hiddenFrom: issue.hiddenFrom ?? [],
      watcherIds: issue.watchers ?? [],
      isClosedToApps: this.hiddenFromApp.has(id),
    }));
  }
}
