import type { Actor } from '../actor';
import { canSee } from '../can-see';
import type { Issue } from '../issues';
import type { JiraState } from '../jira-state';
import { parseFields } from './parse-fields';
import { listOf } from './parse-query';
import { issueNotFound, type JiraReply, notLoggedIn, refuse } from './reply';
import type { RestRequest, Route } from './route';
import { writeIssue } from './write-issue';
import { writeUser } from './write-user';

/** One issue: reading it, and changing who it is assigned to. */
export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)$/, price: 'object', answer: getIssue },
  { method: 'PUT', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/assignee$/, price: 'write', answer: putAssignee },
  { method: 'GET', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/watchers$/, price: 'person', answer: getWatchers },
];

/** Jira answers the same for an issue that is absent and one that is hidden. */
export function findVisible(id: string, actor: Actor, state: JiraState): Issue | undefined {
  const issue = state.findIssue(id);
  return issue !== undefined && canSee(actor, issue, state) ? issue : undefined;
}

function getIssue({ url, id }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  return {
    status: 200,
    body: writeIssue(issue, state, parseFields(url.searchParams.getAll('fields').flatMap(listOf))),
  };
}

/** Everybody is counted; of others than oneself a person sees who they are by a right (R v3, issue watchers). */
function getWatchers({ id }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  const watcherIds = issue.watcherIds ?? [];
  const me = actor.kind === 'person' ? actor.person.accountId : null;
  const seesAll =
    actor.kind !== 'person' ||
    actor.person.mayViewWatchers !== false ||
    !state.rules.hold('watchers-are-shown-by-right');
  const watchers = watcherIds
    .filter((accountId) => seesAll || accountId === me)
    .flatMap((accountId) => state.findPerson(accountId) ?? [])
    .map((person) => writeUser(person, state));
  const isWatching = me !== null && watcherIds.includes(me);
  return { status: 200, body: { isWatching, watchCount: watcherIds.length, watchers } };
}

function putAssignee({ id, body }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  const accountId = (body as { accountId?: unknown } | null | undefined)?.accountId;
  const by = actor.kind === 'person' ? actor.person : undefined;
  if (accountId === null) {
    state.assign(issue, null, by);
    return { status: 204 };
  }
  if (typeof accountId !== 'string' || state.findPerson(accountId) === undefined) {
    return refuse(400, 'The user to assign the issue to does not exist.');
  }
  state.assign(issue, accountId, by);
  return { status: 204 };
}
