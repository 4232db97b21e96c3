import type { Actor } from '../actor';
import { type IssueChange, type IssueComment, statusNames } from '../issues';
import type { JiraDocument } from '../jira-document';
import type { JiraState } from '../jira-state';
import { findVisible } from './issue-routes';
import { pageOf } from './parse-query';
import { issueNotFound, type JiraReply, notLoggedIn, refuse } from './reply';
import type { RestRequest, Route } from './route';
import { statusOf } from './write-issue';
import { writeUser } from './write-user';

/** What people say and do on an issue: comments, history, transitions. */
export const activityRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/comment$/, price: 'object', answer: listComments },
  { method: 'POST', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/comment$/, price: 'write', answer: addComment },
  { method: 'GET', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/changelog$/, price: 'object', answer: listChanges },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/transitions$/,
    price: 'object',
    answer: listTransitions,
  },
  { method: 'POST', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/transitions$/, price: 'write', answer: transition },
];

function listComments({ url, id }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  const { values, startAt, maxResults, total } = pageOf(state.commentsOf(issue), url.searchParams, 50);
  const comments = values.map((comment) => writeComment(comment, state));
  return { status: 200, body: { startAt, maxResults, total, comments } };
}

function addComment({ id, body }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  if (actor.kind !== 'person') return refuse(403, 'The room’s Jira takes comments of people only.');
  const document = (body as { body?: unknown } | null | undefined)?.body;
  if (!isDocument(document) || document.content.length === 0) return refuse(400, 'Comment body can not be empty!');
  return { status: 201, body: writeComment(state.comment(issue, document, actor.person), state) };
}

function isDocument(value: unknown): value is JiraDocument {
  const { type, content } = (value ?? {}) as { type?: unknown; content?: unknown };
  return type === 'doc' && Array.isArray(content);
}

function writeComment({ id, authorId, at, body }: IssueComment, state: JiraState): Record<string, unknown> {
  const author = state.findPerson(authorId);
  const time = new Date(at).toISOString();
  return { id, author: author === undefined ? null : writeUser(author, state), body, created: time, updated: time };
}

function listChanges({ url, id }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  const page = pageOf(state.changesOf(issue), url.searchParams, 100);
  const values = page.values.map((change, index) => ({
    id: String(page.startAt + index + 1),
    ...writeChange(change, state),
  }));
  return { status: 200, body: { ...page, values } };
}

function writeChange({ authorId, at, field, from, to }: IssueChange, state: JiraState): Record<string, unknown> {
  const author = authorId === null ? undefined : state.findPerson(authorId);
  const nameOf = (value: string | null): string | null =>
    value === null || field === 'status' ? value : (state.findPerson(value)?.displayName ?? value);
  return {
    ...(author === undefined ? {} : { author: writeUser(author, state) }),
    created: new Date(at).toISOString(),
    items: [{ field, fieldtype: 'jira', fieldId: field, from, fromString: nameOf(from), to, toString: nameOf(to) }],
  };
}

/** Every status leads to every other, as in a team's own workflow. */
function listTransitions({ id }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  const transitions = statusNames.map((name, index) => ({ id: String(11 + 10 * index), name, to: statusOf(name) }));
  return { status: 200, body: { expand: 'transitions', transitions } };
}

function transition({ id, body }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const issue = findVisible(id, actor, state);
  if (issue === undefined) return issueNotFound;
  const wanted = (body as { transition?: { id?: unknown } } | null | undefined)?.transition?.id;
  const to = statusNames.find((_name, index) => String(11 + 10 * index) === String(wanted));
  if (to === undefined) return refuse(400, 'It seems that you have tried to perform an illegal workflow operation.');
  state.transition(issue, to, actor.kind === 'person' ? actor.person : undefined);
  return { status: 204 };
}
