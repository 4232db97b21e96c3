import type { Actor } from '../actor';
import type { JiraState } from '../jira-state';
import { issueRoutes } from './issue-routes';
import { notifyRoute } from './notify-route';
import { permissionRoutes } from './permission-routes';
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

/** The parts of the REST API, version 3, that the app and the page use. */
const routes = [...searchRoutes, ...issueRoutes, notifyRoute, ...userRoutes, ...permissionRoutes, ...siteRoutes];

/** Answers as Jira Cloud would for these demo data. */
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

/** A segment that is not valid percent-encoding names nothing: it is looked up as it stands, and not found. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
