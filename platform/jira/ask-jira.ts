import type { Actor } from './actor';
import type { BurstLimit } from './burst-limit';
import type { JiraState } from './jira-state';
import type { PointsHour } from './points-hour';
import { findAnswer, type JiraRequest } from './rest/find-answer';
import { pointsOf } from './rest/price';
import { type JiraReply, refuse } from './rest/reply';

/** Where a request comes from: what a view asks through the bridge costs no points and sees no header of limits. */
export type Origin = 'function' | 'view';

export interface JiraParts {
  readonly state: JiraState;
  readonly hour: PointsHour;
  readonly bursts: BurstLimit;
  /** Whether what views ask is charged too. Staff say that it is not, and no page does. */
  readonly chargesViews: boolean;
}

export interface LimitedReply extends JiraReply {
  readonly headers: Readonly<Record<string, string>>;
  /** What it cost the app. */
  readonly points: number;
}

/** Jira behind its limits (R/rate-limiting): the points of the hour, then bursts by endpoint. A refusal costs nothing. */
export function askJira(parts: JiraParts, request: JiraRequest, actor: Actor, origin: Origin): LimitedReply {
  const { state, hour, bursts } = parts;
  const isCharged = origin === 'function' || parts.chargesViews;
  const shown = (headers: Record<string, string>) => (origin === 'function' ? headers : {});
  if (isCharged && hour.left() === 0 && state.rules.hold('points-end')) {
    const reply = refuseFor('jira-quota-global-based', hour.secondsLeft());
    return { ...reply, headers: shown({ ...describe(hour), ...reply.headers }) };
  }
  const { endpoint, price, answer } = findAnswer(request);
  if (!bursts.take(endpoint) && state.rules.hold('bursts-are-limited')) {
    const reply = refuseFor('jira-burst-based', 1);
    return { ...reply, headers: shown(reply.headers) };
  }
  const reply = answer(actor, state);
  const points = isCharged ? pointsOf(price, reply) : 0;
  hour.spend(points);
  return { ...reply, headers: shown(describe(hour)), points };
}

function refuseFor(reason: string, seconds: number) {
  const reply = refuse(429, `Rate limit exceeded (${reason}). Try again in ${seconds} seconds.`);
  return { ...reply, headers: { 'retry-after': String(seconds), 'ratelimit-reason': reason }, points: 0 };
}

/** Jira tells what is left of the quota once four fifths are spent; `x-ratelimit-remaining` tells it always. */
function describe(hour: PointsHour): Record<string, string> {
  const left = hour.left();
  const isNear = left < hour.quota / 5;
  return {
    'ratelimit-policy': `"global-app-quota";q=${hour.quota};w=3600`,
    ratelimit: `"global-app-quota";${isNear ? `r=${left};` : ''}t=${hour.secondsLeft()}`,
    'x-ratelimit-limit': String(hour.quota),
    'x-ratelimit-remaining': String(left),
    ...(isNear ? { 'x-ratelimit-nearlimit': 'true' } : {}),
  };
}
