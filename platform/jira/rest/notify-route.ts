import { randomUUID } from 'node:crypto';
import type { Actor } from '../actor';
import { canBrowse } from '../can-see';
import type { Issue } from '../issues';
import type { JiraState } from '../jira-state';
import type { Person } from '../people';
import { findVisible } from './issue-routes';
import { issueNotFound, type JiraReply, notLoggedIn, refuse } from './reply';
import type { RestRequest, Route } from './route';

/**
 * POST /rest/api/3/issue/{issueIdOrKey}/notify: Jira writes a mail about the issue to those named. Where `restrict` names
 * BROWSE, whoever cannot see the issue gets none, and nobody is told so (rule `mails-go-to-whom-they-name`).
 */
export const notifyRoute: Route = {
  method: 'POST',
  path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/notify$/,
  price: 'write',
  answer: notify,
};

interface Notification {
  readonly subject?: unknown;
  readonly textBody?: unknown;
  readonly htmlBody?: unknown;
  readonly to?: {
    readonly assignee?: boolean;
    readonly reporter?: boolean;
    readonly users?: readonly { readonly accountId?: unknown }[];
  };
  readonly restrict?: { readonly permissions?: readonly { readonly key?: unknown }[] };
}

const knownRestrictions = ['BROWSE'];

function notify({ id, body }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  const notification = (body ?? {}) as Notification;
  const named = listNamed(notification, issue, state);
  if (named.length === 0) return refuse(400, 'No recipients were defined for notification.');
  const restrictions = (notification.restrict?.permissions ?? []).map(({ key }) => String(key));
  const unknown = restrictions.filter((key) => !knownRestrictions.includes(key));
  if (unknown.length > 0) return refuse(400, `Unrecognized permissions: ${unknown.join(', ')}`);
  const isRestricted = restrictions.length > 0 || !state.rules.hold('mails-go-to-whom-they-name');
  const mayGet = (person: Person): boolean => (isRestricted ? canBrowse(person, issue) : person.active);
  const people = [...new Set(named)]
    .map((accountId) => state.findPerson(accountId))
    .filter((person): person is Person => person !== undefined && mayGet(person));
  const { subject, textBody, htmlBody } = notification;
  const mail = {
    id: randomUUID(),
    at: new Date(state.now()).toISOString(),
    subject: typeof subject === 'string' && subject !== '' ? subject : `(${issue.key}) ${issue.summary}`,
    text: typeof textBody === 'string' ? textBody : '',
    html: typeof htmlBody === 'string' ? htmlBody : null,
    issueKey: issue.key,
  };
  if (people.length > 0) state.deliver(mail, people);
  return { status: 204 };
}

function listNamed({ to = {} }: Notification, issue: Issue, state: JiraState): readonly string[] {
  const assigneeId = to.assignee === true ? state.assigneeOf(issue) : null;
  const reporterId = to.reporter === true ? issue.reporterId : null;
  const users = (to.users ?? []).map(({ accountId }) => String(accountId));
  return [assigneeId, reporterId, ...users].filter((accountId) => accountId !== null);
}
