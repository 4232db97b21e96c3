import type { Actor } from '../actor';
import { isGranted } from '../added-permissions';
import { canSee } from '../can-see';
import type { Issue, Project } from '../issues';
import type { JiraState } from '../jira-state';
import { findVisible } from './issue-routes';
import { listOf } from './parse-query';
import { type JiraReply, refuse } from './reply';
import type { RestRequest, Route } from './route';

/** Who may do what: the asker, or with POST someone else, which only an administrator may ask. */
export const permissionRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/mypermissions$/, price: 'object', answer: listMine },
  { method: 'POST', path: /^\/rest\/api\/3\/permissions\/check$/, price: 'object', answer: checkMany },
];

const known: Readonly<Record<string, { id: string; name: string; type: 'GLOBAL' | 'PROJECT'; adminOnly: boolean }>> = {
  ADMINISTER: { id: '0', name: 'Administer Jira', type: 'GLOBAL', adminOnly: true },
  ADMINISTER_PROJECTS: { id: '23', name: 'Administer Projects', type: 'PROJECT', adminOnly: true },
  USER_PICKER: { id: '27', name: 'Browse users and groups', type: 'GLOBAL', adminOnly: false },
  BROWSE_PROJECTS: { id: '10', name: 'Browse Projects', type: 'PROJECT', adminOnly: false },
};

/** GET /rest/api/3/mypermissions. Jira wants the permissions named, and refuses a name that it does not know. */
function listMine({ url }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const { rules, addedPermissions } = state;
  const names = listOf(url.searchParams.get('permissions'));
  if (names.length === 0) return refuse(400, 'The ‘permissions’ query parameter is required.');
  const unknown = findUnknown(names, state);
  if (unknown !== null) return unknown;
  const context = findContext(url.searchParams, actor, state);
  if (context === 'hidden') return refuse(404, 'The project or the issue is not there, or you cannot see it.');
  const permissions = names.map((key) => {
    const added = addedPermissions.get(key);
    if (added !== undefined) {
      // Without a context a permission of projects is asked about any of them.
      const havePermission = context.some((project) => isGranted(actor, added, project, rules));
      return [key, { key, name: added, type: 'PROJECT', description: '', havePermission }];
    }
    const { adminOnly, ...permission } = known[key] as (typeof known)[string];
    return [key, { ...permission, key, description: '', havePermission: mayDo(actor, key, adminOnly, rules) }];
  });
  return { status: 200, body: { permissions: Object.fromEntries(permissions) } };
}

/** The projects that a question is about: that of the context, or all. */
function findContext(query: URLSearchParams, actor: Actor, state: JiraState): readonly Project[] | 'hidden' {
  const { projects } = state.data;
  const issue = query.get('issueId') ?? query.get('issueKey');
  const project = query.get('projectId') ?? query.get('projectKey');
  if (issue === null && project === null) return projects;
  if (issue === null) {
    const found = projects.find(({ id, key }) => id === project || key === project);
    return found === undefined ? 'hidden' : [found];
  }
  const found = findVisible(issue, actor, state);
  if (found === undefined) return 'hidden';
  return projects.filter(({ id }) => id === found.project.id);
}

/** "Browse users and groups" is each person's own (rule `people-are-found-by-right`). */
function mayDo(actor: Actor, key: string, adminOnly: boolean, rules: JiraState['rules']): boolean {
  if (key !== 'USER_PICKER') return !adminOnly || isAdmin(actor);
  const lacksIt = actor.kind === 'person' && actor.person.mayBrowseUsers === false;
  return !lacksIt || !rules.hold('people-are-found-by-right');
}

interface BulkRequest {
  readonly accountId?: string;
  readonly globalPermissions?: readonly string[];
  readonly projectPermissions?: readonly {
    readonly permissions: readonly string[];
    readonly issues?: readonly unknown[];
    readonly projects?: readonly unknown[];
  }[];
}

/** POST /rest/api/3/permissions/check. Ids that name nothing are left out of the answer, like those without the right. */
function checkMany({ body }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const { accountId, globalPermissions = [], projectPermissions = [] } = (body ?? {}) as BulkRequest;
  const asked = [...globalPermissions, ...projectPermissions.flatMap(({ permissions }) => permissions)];
  const unknown = findUnknown(asked, state);
  if (unknown !== null) return unknown;
  const isOther = accountId !== undefined && !(actor.kind === 'person' && actor.person.accountId === accountId);
  const isExempt = actor.kind === 'app' && !state.rules.hold('rights-of-others-are-not-told');
  if (isOther && !isExempt && !isAdmin(actor)) {
    return refuse(403, 'You do not have permission to check permissions of other users.');
  }
  const person = accountId === undefined ? null : state.findPerson(accountId);
  if (person === undefined) return refuse(400, 'The user does not exist.');
  const subject: Actor = person === null ? actor : { kind: 'person', person };
  return {
    status: 200,
    body: {
      globalPermissions: globalPermissions.filter((name) => hasPermission(subject, name, null, state)),
      projectPermissions: projectPermissions.flatMap(({ permissions, issues = [], projects = [] }) =>
        permissions.map((permission) => ({
          permission,
          issues: issues.map(Number).filter((id) => hasOnIssue(subject, permission, String(id), state)),
          projects: projects.map(Number).filter((id) => {
            const project = state.data.projects.find((it) => it.id === String(id));
            return project !== undefined && isMember(subject) && hasPermission(subject, permission, project, state);
          }),
        })),
      ),
    },
  };
}

function hasOnIssue(subject: Actor, permission: string, id: string, state: JiraState): boolean {
  const issue: Issue | undefined = state.findIssue(id);
  if (issue === undefined || !canSee(subject, issue, state)) return false;
  const project = state.data.projects.find((it) => it.id === issue.project.id) ?? null;
  return hasPermission(subject, permission, project, state);
}

function isMember(subject: Actor): boolean {
  return subject.kind !== 'person' || (subject.person.active && subject.person.accountType !== 'customer');
}

function hasPermission(subject: Actor, name: string, project: Project | null, state: JiraState): boolean {
  const added = state.addedPermissions.get(name);
  if (added !== undefined) return project !== null && isGranted(subject, added, project, state.rules);
  return known[name]?.adminOnly === false || isAdmin(subject);
}

function isAdmin(actor: Actor): boolean {
  return actor.kind === 'person' && actor.person.isAdmin === true;
}

function findUnknown(names: readonly string[], { addedPermissions }: JiraState): JiraReply | null {
  const unknown = names.filter((name) => known[name] === undefined && !addedPermissions.has(name));
  return unknown.length === 0 ? null : refuse(400, `Unrecognized permissions: ${unknown.join(', ')}`);
}
