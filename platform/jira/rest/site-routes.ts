import type { Actor } from '../actor';
import type { JiraState } from '../jira-state';
import { pageOf } from './parse-query';
import type { JiraReply } from './reply';
import type { RestRequest, Route } from './route';

/** What there is to know of the site: Jira itself, and its projects. */
export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/serverInfo$/, price: 'request', answer: describeServer },
  { method: 'GET', path: /^\/rest\/api\/3\/project\/search$/, price: 'object', answer: searchProjects },
];

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
