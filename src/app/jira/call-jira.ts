import { asApp, asUser, type Route } from '@forge/api';
import { timeLeft } from '../client/deadline';
import { parseRetryAfter } from '../client/parse-retry-after';
import { withinTime } from '../client/within-time';
import { JiraError } from './jira-error';

/** How long one call may take, in milliseconds, where its invocation has as much left. */
const callTimeoutMs = 10_000;

/** Whose permissions decide: those of the person who asks, or the app's, where nobody is there. */
export type JiraActor = 'user' | 'app';

/**
 * One read of Jira's REST API as the asking person, so that Jira's own permissions decide; as the app only where there
 * is no person, or where a permission of somebody else is what is asked for.
 * @throws JiraError; and Forge's request for consent, which goes to the platform untouched
 */
export async function getJira(path: Route, actor: JiraActor = 'user'): Promise<unknown> {
  return postJira(actor, path, { headers: { Accept: 'application/json' } });
}

/** The same for a question that Jira takes in a body. It changes nothing. @throws as `getJira` */
export function postJira(actor: JiraActor, path: Route, request: JiraRequest): Promise<unknown> {
  return withinTime(timeLeft(callTimeoutMs), ask(actor, path, request), () => new JiraError('away', 0));
}

interface JiraRequest {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

async function ask(actor: JiraActor, path: Route, request: JiraRequest): Promise<unknown> {
  const jira = actor === 'app' ? asApp() : asUser();
  const response = await jira.requestJira(path, request);
  if (response.ok) return await response.json();
  const hidden = response.status === 400 || response.status === 403 || response.status === 404;
  throw new JiraError(hidden ? 'hidden' : 'away', response.status, parseRetryAfter(response.headers));
}
