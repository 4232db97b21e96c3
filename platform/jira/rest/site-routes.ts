import type { Actor } from '../actor';
import type { Project } from '../issues';
import type { JiraState } from '../jira-state';
import { listOf, pageOf } from './parse-query';
import { type JiraReply, notLoggedIn, refuse } from './reply';
import type { RestRequest, Route } from './route';

/** What there is to know of the site: Jira itself, and its projects. */
export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/serverInfo$/, price: 'request', answer: describeServer },
  { method: 'GET', path: /^\/rest\/api\/3\/project\/search$/, price: 'object', answer: searchProjects },
  { method: 'GET', path: /^\/rest\/api\/3\/data-policy$/, price: 'object', answer: describePolicy },
  { method: 'GET', path: /^\/rest\/api\/3\/data-policy\/project$/, price: 'object', answer: listPolicies },
];

/** No page says how many; who names more than a page of projects has not read one. */
const mostPolicies = 50;

function describeServer(_request: RestRequest, _actor: Actor, { data }: JiraState): JiraReply {
  const { url, name } = data.site;
  return {
    status: 200,
    body: {
      baseUrl: url,
      displayUrl: url,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_288,
      serverTitle: name,
      defaultLocale: { locale: 'en_US' },
      serverTimeZone: 'Etc/UTC',
    },
  };
}

/** Projects whose key or name holds the text. */
function searchProjects({ url }: RestRequest, _actor: Actor, { data }: JiraState): JiraReply {
  const query = url.searchParams;
  const text = (query.get('query') ?? '').toLowerCase();
  const ids = query.getAll('id');
  const found = data.projects.filter(({ id, key, name }) => {
    const fits = key.toLowerCase().includes(text) || name.toLowerCase().includes(text);
    return fits && (ids.length === 0 || ids.includes(id));
  });
  const page = pageOf(found, query, 50);
  const values = page.values.map((it) => ({ ...it, projectTypeKey: 'software', simplified: false, isPrivate: false }));
  return { status: 200, body: { ...page, values } };
}

/** GET /rest/api/3/data-policy: whether anything of the site is closed to the app that asks. Names nothing. */
function describePolicy(_request: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  return { status: 200, body: { anyContentBlocked: state.data.projects.some((project) => isClosed(project, state)) } };
}

/**
 * GET /rest/api/3/data-policy/project?ids=: for the projects that are named, their ids with commas between them. How many
 * one may name is documented nowhere; without any there is nothing to tell of.
 */
function listPolicies({ url }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  if (actor.kind === 'anonymous') return notLoggedIn;
  const ids = listOf(url.searchParams.get('ids'));
  if (ids.some((id) => !/^\d+$/.test(id))) return refuse(400, 'The ids of projects are numbers.');
  if (ids.length > mostPolicies) return refuse(400, `At most ${mostPolicies} projects may be named.`);
  const named = state.data.projects.filter(({ id }) => ids.includes(id));
  const projectDataPolicies = named.map((project) => ({
    id: Number(project.id),
    dataPolicy: { anyContentBlocked: isClosed(project, state) },
  }));
  return { status: 200, body: { projectDataPolicies } };
}

function isClosed(project: Project, { data, rules }: JiraState): boolean {
  if (!rules.hold('projects-may-be-closed-to-apps')) return false;
  const isOfProject = data.issues.some((it) => it.project.id === project.id && it.isClosedToApps === true);
  return project.isClosedToApps === true || isOfProject;
}
