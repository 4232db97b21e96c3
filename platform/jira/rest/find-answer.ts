import type { Actor } from '../actor';
import type { JiraState } from '../jira-state';
import { activityRoutes } from './activity-routes';
import { creationRoute } from './creation-route';
import { issueRoutes } from './issue-routes';
import { notifyRoute } from './notify-route';
import { permissionRoutes } from './permission-routes';
import type { Price } from './price';
import { type JiraReply, refuse } from './reply';
import { searchRoutes } from './search-routes';
import { siteRoutes } from './site-routes';
import { userRoutes } from './user-routes';

export interface JiraRequest {
  readonly method: string;
  /** Path and query, as the app gave it: `/rest/api/3/issue/WEB-1?fields=assignee`. */
  readonly path: string;
  /** The parsed JSON of the body; undefined where there is none. */
  readonly body?: unknown;
}

/** The parts of the REST API, version 3, that apps here and the page use. */
const routes = [
  ...searchRoutes,
  ...issueRoutes,
  ...activityRoutes,
  creationRoute,
  notifyRoute,
  ...userRoutes,
  ...permissionRoutes,
  ...siteRoutes,
];

/** What answers a request, not run yet. */
export interface FoundAnswer {
  /** Method and path without ids: by which bursts are counted. */
  readonly endpoint: string;
  readonly price: Price;
  readonly answer: (actor: Actor, state: JiraState) => JiraReply;
}

/** Finds what answers as Jira Cloud would; 404 for a path that the room does not have. */
export function findAnswer(request: JiraRequest): FoundAnswer {
  const url = new URL(request.path, 'http://jira.invalid');
  for (const { method, path, price, answer } of routes) {
    const match = path.exec(url.pathname);
    if (match === null || method !== request.method) continue;
    const asked = { url, body: request.body, id: decodeSegment(match.groups?.['id'] ?? '') };
    return { endpoint: `${method} ${path.source}`, price, answer: (actor, state) => answer(asked, actor, state) };
  }
  const nothing = refuse(404, `The room’s Jira has no ${request.method} ${url.pathname}.`);
  return { endpoint: `${request.method} elsewhere`, price: 'request', answer: () => nothing };
}

/** A segment that is not valid percent-encoding names nothing: it is looked up as it stands, and not found. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
