import { asApp, asUser, type Route } from '@forge/api';
import { timeLeft } from '../client/deadline';
import { parseRetryAfter } from '../client/parse-retry-after';
import { withinTime } from '../client/within-time';
import { heedLimits, isQuota } from './heed-limits';
import { JiraError } from './jira-error';

/** How long one call may take, in milliseconds, where its invocation has as much left. */
const callTimeoutMs = 10_000;

/** Whose permissions decide: those of the person who asks, or the app's, where nobody is there. */
export type JiraActor = 'user' | 'app';

/**
 * One read of Jira's REST API as the asking person, so that Jira's own permissions decide; as the app only where there
 * is no person, or where what the app itself sees is what is asked for.
 * @throws JiraError; and Forge's request for consent, which goes to the platform untouched
 */
export function getJira(path: Route, actor: JiraActor = 'user'): Promise<unknown> {
  return withinTime(timeLeft(callTimeoutMs), ask(actor, path), () => new JiraError('away', 0));
}

async function ask(actor: JiraActor, path: Route): Promise<unknown> {
  const jira = actor === 'app' ? asApp() : asUser();
  const response = await jira.requestJira(path, { headers: { Accept: 'application/json' } });
  await heedLimits(response);
  if (response.ok) return await response.json();
  throw readFailure(response);
}

interface Refusal {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

/** Why Jira did not do what it was asked. */
export function readFailure({ status, headers }: Refusal): JiraError {
  const retryAfter = parseRetryAfter(headers);
  if (status === 429) return new JiraError(isQuota(headers) ? 'busy' : 'away', status, retryAfter);
  const isHidden = status === 400 || status === 403 || status === 404;
  return new JiraError(isHidden ? 'hidden' : 'away', status, retryAfter);
}
