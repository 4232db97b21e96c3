import { demoProject } from '../issues';
import { demoSite } from '../site';
import { pageOf } from './parse-query';
import type { JiraReply } from './reply';
import type { RestRequest, Route } from './route';

/** What there is to know of the site: Jira itself, and its projects. */
export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/rest\/api\/3\/serverInfo$/, answer: describeServer },
  { method: 'GET', path: /^\/rest\/api\/3\/project\/search$/, answer: searchProjects },
];

function describeServer(): JiraReply {
  return {
    status: 200,
    body: {
      baseUrl: demoSite.url,
      displayUrl: demoSite.url,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_288,
      serverTitle: demoSite.name,
      defaultLocale: { locale: 'en_US' },
      serverTimeZone: 'Etc/UTC',
    },
  };
}

/** Projects whose key or name holds the text. */
function searchProjects({ url }: RestRequest): JiraReply {
  const query = url.searchParams;
  const text = (query.get('query') ?? '').toLowerCase();
  const ids = query.getAll('id');
  const found = [demoProject].filter(({ id, key, name }) => {
    const fits = key.toLowerCase().includes(text) || name.toLowerCase().includes(text);
    return fits && (ids.length === 0 || ids.includes(id));
  });
  const page = pageOf(found, query, 50);
  const values = page.values.map((it) => ({ ...it, projectTypeKey: 'software', simplified: false, isPrivate: false }));
  return { status: 200, body: { ...page, values } };
}
