import type { JiraReply } from './reply';

/** By what an endpoint is charged: a write by its base alone, a read by what is in its answer. */
export type Price = 'request' | 'write' | 'object' | 'person';

/** Points, on top of one for the request, for each thing of that kind in an answer (R/rate-limiting). */
const pointsOfEach: Readonly<Record<Price, number>> = { request: 0, write: 0, object: 1, person: 2 };

/**
 * What a request costs an app. What stands inside of an object, such as the assignee of an issue, is not charged for; a
 * search by permission is charged for everyone it went through, which staff have said and no page confirms.
 */
export function pointsOf(price: Price, reply: JiraReply): number {
  const isRefused = reply.status >= 400;
  return 1 + (isRefused ? 0 : pointsOfEach[price] * (reply.looked ?? countThings(reply.body)));
}

/** Lists are counted by their length, whatever Jira calls them; everything else is one thing. */
function countThings(body: unknown): number {
  if (Array.isArray(body)) return body.length;
  const { values, issues, projectDataPolicies, watchers } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const list = [values, issues, projectDataPolicies, watchers].find(Array.isArray);
  return list === undefined ? 1 : list.length;
}
