import type { Actor } from '../actor';
import { canBrowse, canSee } from '../can-see';
import { issues } from '../issues';
import { findPerson, fitsName, type Person, people } from '../people';
import { pageOf } from './parse-query';
import { type JiraReply, notLoggedIn, refuse, userNotFound } from './reply';
import type { RestRequest, Route } from './route';
import { writeUser } from './write-user';

/** People: one, some by their ids, and those whom a search finds. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/user$/, answer: getUser },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/bulk$/, answer: getUsers },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/search$/, answer: searchUsers },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/viewissue\/search$/, answer: searchViewers },
  { method: 'GET', path: /^\/rest\/api\/3\/myself$/, answer: getMyself },
];

const noQuery = refuse(400, 'The ‘query’ query parameter is required.');

function getUser({ url }: RestRequest, actor: Actor): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const person = findPerson(url.searchParams.get('accountId') ?? '');
  return person === undefined ? userNotFound : { status: 200, body: writeUser(person) };
}

function getUsers({ url }: RestRequest, actor: Actor): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const asked = url.searchParams.getAll('accountId');
  if (asked.length === 0) return refuse(400, 'At least one accountId is required.');
  const found = asked.map(findPerson).filter((person): person is Person => person !== undefined);
  const page = pageOf(found, url.searchParams, 10);
  return { status: 200, body: { ...page, values: page.values.map(writeUser) } };
}

/** Everyone whose name fits: also apps, customers and closed accounts, as Jira’s own search gives them. */
function searchUsers({ url }: RestRequest, actor: Actor): JiraReply {
  const text = url.searchParams.get('query');
  if (text === null) return noQuery;
  if (actor.kind === 'anonymous') return { status: 200, body: [] };
  return writeFound(
    people.filter((person) => fitsName(person, text)),
    url.searchParams,
  );
}

/** Who may see an issue, which is named by its key. Whoever does not see it themselves finds nobody. */
function searchViewers({ url }: RestRequest, actor: Actor): JiraReply {
  const { searchParams: query } = url;
  const text = query.get('query');
  if (text === null) return noQuery;
  const key = query.get('issueKey')?.toUpperCase();
  if (key === undefined) return refuse(400, 'The ‘issueKey’ query parameter is required.');
  const issue = issues.find((candidate) => candidate.key === key);
  if (issue === undefined) return refuse(404, 'Issue does not exist or you do not have permission to see it.');
  if (actor.kind === 'anonymous' || !canSee(actor, issue)) return { status: 200, body: [] };
  return writeFound(
    people.filter((person) => canBrowse(person, issue) && fitsName(person, text)),
    query,
  );
}

function writeFound(found: readonly Person[], query: URLSearchParams): JiraReply {
  return { status: 200, body: pageOf(found, query, 50).values.map(writeUser) };
}

function getMyself(_request: RestRequest, actor: Actor): JiraReply {
  return actor.kind === 'person' ? { status: 200, body: writeUser(actor.person) } : notLoggedIn;
}
