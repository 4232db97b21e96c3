import type { Ending } from '../../happenings/happenings';
import type { Actor } from '../../jira/actor';
import { askJira, type JiraParts } from '../../jira/ask-jira';
import type { ForgeRequestInit, ForgeTarget } from '../functions/forge-globals';
import { currentInvocation } from '../functions/invocation';
import { parseBody } from './parse-body';

/**
 * A function's request to Jira, as the user or as the app. A person who has not allowed the app yet gets the header by
 * which @forge/api throws its NeedsAuthenticationError, and so does a function that runs for nobody.
 */
export function callJira(
  jira: JiraParts,
  target: ForgeTarget,
  path: string,
  init: ForgeRequestInit = {},
  note: (ending: Ending) => void = () => {},
): Response {
  const actor = findActor(target);
  if (target.provider === 'user' && !mayAct(actor, jira)) {
    return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
  }
  const request = { method: (init.method ?? 'GET').toUpperCase(), path, body: parseBody(init) };
  const { status, body, headers, points } = askJira(jira, request, actor, 'function');
  note({ points });
  if (body === undefined) return new Response(null, { status, headers });
  const json = { ...headers, 'content-type': 'application/json;charset=UTF-8' };
  return new Response(JSON.stringify(body), { status, headers: json });
}

function mayAct(actor: Actor, { state }: JiraParts): boolean {
  return actor.kind === 'person' ? state.hasConsented(actor.person) : !currentInvocation().isBackground;
}

/** `asUser(accountId)` is offline impersonation, which the manifest would have to ask for. */
function findActor(target: ForgeTarget): Actor {
  if (target.provider === 'app') return { kind: 'app' };
  const { person } = currentInvocation();
  if (target.accountId !== undefined && target.accountId !== person?.accountId) {
    throw new Error('asUser(accountId) for someone else needs offline impersonation, which the room does not offer.');
  }
  return person === null ? { kind: 'anonymous' } : { kind: 'person', person };
}
