import type { Actor } from '../actor';
import { canSee } from '../can-see';
import type { Issue } from '../issues';
import type { JiraState } from '../jira-state';
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
function listMine({ url }: RestRequest, actor: Actor, { rules }: JiraState): JiraReply {
  const names = listOf(url.searchParams.get('permissions'));
  if (names.length === 0) return refuse(400, 'The ‘permissions’ query parameter is required.');
  const unknown = findUnknown(names);
  if (unknown !== null) return unknown;
  const permissions = names.map((key) => {
    const { adminOnly, ...permission } = known[key] as (typeof known)[string];
    return [key, { ...permission, key, description: '', havePermission: mayDo(actor, key, adminOnly, rules) }];
  });
  return { status: 200, body: { permissions: Object.fromEntries(permissions) } };
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
  const unknown = findUnknown(asked);
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
      globalPermissions: globalPermissions.filter((name) => hasPermission(subject, name)),
      projectPermissions: projectPermissions.flatMap(({ permissions, issues = [], projects = [] }) =>
        permissions.map((permission) => ({
          permission,
          issues: issues.map(Number).filter((id) => hasOnIssue(subject, permission, String(id), state)),
          projects: projects.map(Number).filter((id) => {
            const isThere = state.data.projects.some((project) => project.id === String(id));
            return isThere && isMember(subject) && hasPermission(subject, permission);
          }),
        })),
      ),
    },
  };
}

function hasOnIssue(subject: Actor, permission: string, id: string, state: JiraState): boolean {
  const issue: Issue | undefined = state.findIssue(id);
  return issue !== undefined && canSee(subject, issue, state) && hasPermission(subject, permission);
}

function isMember(subject: Actor): boolean {
  return subject.kind !== 'person' || (subject.person.active && subject.person.accountType !== 'customer');
}

function hasPermission(subject: Actor, name: string): boolean {
  return known[name]?.adminOnly === false || isAdmin(subject);
}

function isAdmin(actor: Actor): boolean {
  return actor.kind === 'person' && actor.person.isAdmin === true;
}

function findUnknown(names: readonly string[]): JiraReply | null {
  const unknown = names.filter((name) => known[name] === undefined);
  return unknown.length === 0 ? null : refuse(400, `Unrecognized permissions: ${unknown.join(', ')}`);
}
