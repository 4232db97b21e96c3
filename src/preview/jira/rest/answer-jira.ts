import { findIssue } from '../issues';
import type { JiraState } from '../jira-state';
import { findPerson, type Person } from '../people';
import type { Actor } from './actor';
import { listPermissions } from './permissions';
import { issueNotFound, type JiraReply, notLoggedIn, refuse, userNotFound } from './reply';
import { writeIssue } from './write-issue';
import { writeUser } from './write-user';

export interface JiraRequest {
  readonly method: string;
  /** Path and query, as the app gave it: `/rest/api/3/issue/WEB-1?fields=assignee`. */
  readonly path: string;
  /** The parsed JSON of the body; undefined where there is none. */
  readonly body?: unknown;
}

type Answer = (request: { url: URL; body: unknown; id: string }, actor: Actor, state: JiraState) => JiraReply;

/** The parts of the REST API, version 3, that the app and the page use. A path ends in at most one parameter. */
const routes: readonly { readonly method: string; readonly path: RegExp; readonly answer: Answer }[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)$/, answer: getIssue },
  { method: 'PUT', path: /^\/rest\/api\/3\/issue\/(?<id>[^/]+)\/assignee$/, answer: putAssignee },
  { method: 'GET', path: /^\/rest\/api\/3\/user$/, answer: getUser },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/bulk$/, answer: getUsers },
  { method: 'GET', path: /^\/rest\/api\/3\/myself$/, answer: getMyself },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/mypermissions$/,
    answer: ({ url }, actor) => listPermissions(actor, listOf(url.searchParams.get('permissions'))),
  },
];

/** Answers as Jira Cloud would for these demo data. The project is public, so that "not logged in" can be tried too. */
export function answerJira(request: JiraRequest, actor: Actor, state: JiraState): JiraReply {
  const url = new URL(request.path, 'http://jira.invalid');
  for (const { method, path, answer } of routes) {
    const match = path.exec(url.pathname);
    if (match !== null && method === request.method) {
      return answer({ url, body: request.body, id: decodeSegment(match.groups?.['id'] ?? '') }, actor, state);
    }
  }
  return refuse(404, `The preview’s Jira has no ${request.method} ${url.pathname}.`);
}

function getIssue({ url, id }: { url: URL; id: string }, _actor: Actor, state: JiraState): JiraReply {
  const issue = findIssue(id);
  if (issue === undefined) return issueNotFound;
  const names = url.searchParams.getAll('fields').flatMap(listOf);
  const wantsAll = names.length === 0 || names.includes('*all') || names.includes('*navigable');
  return { status: 200, body: writeIssue(issue, state, wantsAll ? null : new Set(names)) };
}

function putAssignee({ id, body }: { id: string; body: unknown }, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const issue = findIssue(id);
  if (issue === undefined) return issueNotFound;
  const accountId = (body as { accountId?: unknown } | null | undefined)?.accountId;
  if (accountId === null) {
    state.assign(issue, null);
    return { status: 204 };
  }
  if (typeof accountId !== 'string' || findPerson(accountId) === undefined) {
    return refuse(400, 'The user to assign the issue to does not exist.');
  }
  state.assign(issue, accountId);
  return { status: 204 };
}

function getUser({ url }: { url: URL }, actor: Actor): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const person = findPerson(url.searchParams.get('accountId') ?? '');
  return person === undefined ? userNotFound : { status: 200, body: writeUser(person) };
}

function getUsers({ url }: { url: URL }, actor: Actor): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const asked = url.searchParams.getAll('accountId');
  if (asked.length === 0) return refuse(400, 'At least one accountId is required.');
  const found = asked.map(findPerson).filter((person): person is Person => person !== undefined);
  const startAt = countOf(url.searchParams.get('startAt'), 0);
  const maxResults = countOf(url.searchParams.get('maxResults'), 10);
  const values = found.slice(startAt, startAt + maxResults).map(writeUser);
  const isLast = startAt + values.length >= found.length;
  return { status: 200, body: { maxResults, startAt, total: found.length, isLast, values } };
}

function getMyself(_request: unknown, actor: Actor): JiraReply {
  return actor.kind === 'person' ? { status: 200, body: writeUser(actor.person) } : notLoggedIn;
}

/** A segment that is not valid percent-encoding names nothing: it is looked up as it stands, and not found. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function listOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((part) => part !== '');
}

function countOf(text: string | null, otherwise: number): number {
  const count = Number(text ?? otherwise);
  return Number.isInteger(count) && count >= 0 ? count : otherwise;
}
