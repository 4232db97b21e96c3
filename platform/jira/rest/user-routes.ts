import type { Actor } from '../actor';
import { canBrowse, canSee } from '../can-see';
import type { JiraState } from '../jira-state';
import { fitsName, type Person } from '../people';
import { countOf, pageOf } from './parse-query';
import { issueNotFound, type JiraReply, notLoggedIn, refuse, userNotFound } from './reply';
import type { RestRequest, Route } from './route';
import { writeUser } from './write-user';

/** People: one, some by their ids, and those whom a search finds. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/user$/, price: 'person', answer: getUser },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/bulk$/, price: 'person', answer: getUsers },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/search$/, price: 'person', answer: searchUsers },
  { method: 'GET', path: /^\/rest\/api\/3\/user\/viewissue\/search$/, price: 'person', answer: searchViewers },
  { method: 'GET', path: /^\/rest\/api\/3\/myself$/, price: 'person', answer: getMyself },
];

const noQuery = refuse(400, 'The ‘query’ query parameter is required.');
/** Beyond so many no search of people returns anyone. */
const lastFound = 1_000;

function getUser({ url }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const person = state.findPerson(url.searchParams.get('accountId') ?? '');
  return person === undefined ? userNotFound : { status: 200, body: writeUser(person, state) };
}

function getUsers({ url }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const asked = url.searchParams.getAll('accountId');
  if (asked.length === 0) return refuse(400, 'At least one accountId is required.');
  const found = asked.map((id) => state.findPerson(id)).filter((person): person is Person => person !== undefined);
  const page = pageOf(found, url.searchParams, 10);
  return { status: 200, body: { ...page, values: page.values.map((person) => writeUser(person, state)) } };
}

/**
 * Everyone whose name fits, or whom the account id names: also apps, customers and closed accounts, as Jira’s own
 * search gives them. It filters first and takes the page afterwards.
 */
function searchUsers({ url }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const { searchParams: query } = url;
  const fits = readFilter(query);
  if (fits === null) return noQuery;
  if (!findsPeople(actor, state)) return { status: 200, body: [] };
  const found = state.data.people.filter(fits);
  const values = state.rules.hold('searches-end-at-a-thousand') ? found.slice(0, lastFound) : found;
  return { status: 200, body: pageOf(values, query, 50).values.map((person) => writeUser(person, state)) };
}

/**
 * Who may see an issue, which is named by its key. Whoever does not see it themselves finds nobody. The people in the
 * range of startAt and maxResults, up to the thousandth, are taken first: whoever of them does not fit leaves a gap.
 */
function searchViewers({ url }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const { searchParams: query } = url;
  const fits = readFilter(query);
  if (fits === null) return noQuery;
  const key = query.get('issueKey')?.toUpperCase();
  if (key === undefined) return refuse(400, 'The ‘issueKey’ query parameter is required.');
  const issue = state.issues().find((candidate) => candidate.key === key);
  if (issue === undefined) return issueNotFound;
  if (!canSee(actor, issue, state) || !findsPeople(actor, state)) return { status: 200, body: [] };
  const mayBeFound = (person: Person): boolean => canBrowse(person, issue) && fits(person);
  const { people } = state.data;
  const looked = state.rules.hold('searches-by-permission-look-at-a-range') ? rangeOf(people, query) : people;
  const found = looked.filter(mayBeFound);
  const shown = looked === people ? pageOf(found, query, 50).values : found;
  return { status: 200, body: shown.map((person) => writeUser(person, state)), looked: looked.length };
}

function rangeOf(people: readonly Person[], query: URLSearchParams): readonly Person[] {
  const startAt = countOf(query.get('startAt'), 0);
  return people.slice(startAt, Math.min(startAt + countOf(query.get('maxResults'), 50), lastFound));
}

/** By a text or by an account id, of which one has to be there; null where neither is. */
function readFilter(query: URLSearchParams): ((person: Person) => boolean) | null {
  const [text, accountId] = [query.get('query'), query.get('accountId')];
  if (accountId !== null) return (person) => person.accountId === accountId;
  return text === null ? null : (person) => fitsName(person, text);
}

function findsPeople(actor: Actor, { data, rules }: JiraState): boolean {
  if (actor.kind === 'anonymous') return false;
  const has = actor.kind === 'app' ? data.mayAppBrowseUsers : actor.person.mayBrowseUsers;
  return has !== false || !rules.hold('people-are-found-by-right');
}

function getMyself(_request: RestRequest, actor: Actor, state: JiraState): JiraReply {
  return actor.kind === 'person' ? { status: 200, body: writeUser(actor.person, state) } : notLoggedIn;
}
