import type { Actor } from '../../jira/actor';
import type { JiraState } from '../../jira/jira-state';
import { findPerson } from '../../jira/people';
import { answerJira } from '../../jira/rest/answer-jira';
import type { JiraReply } from '../../jira/rest/reply';
import type { ForgeRequestInit, ForgeTarget } from '../functions/forge-globals';
import { currentInvocation } from '../functions/invocation';
import { parseBody } from './parse-body';

/**
 * A function's request to Jira, as the user or as the app. A person who has not allowed the app yet gets the header by
 * which @forge/api throws its NeedsAuthenticationError, and so does a function that runs for nobody.
 */
export function callJira(state: JiraState, target: ForgeTarget, path: string, init: ForgeRequestInit = {}): Response {
  const actor = findActor(target);
  if (target.provider === 'user' && !mayAct(actor, state)) {
    return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
  }
  return toResponse(
    answerJira({ method: (init.method ?? 'GET').toUpperCase(), path, body: parseBody(init) }, actor, state),
  );
}

function mayAct(actor: Actor, state: JiraState): boolean {
  return actor.kind === 'person' ? state.hasConsented(actor.person) : !currentInvocation().isBackground;
}

/** `asUser(accountId)` is offline impersonation, which the app does not ask for in its manifest. */
function findActor(target: ForgeTarget): Actor {
  if (target.provider === 'app') return { kind: 'app' };
  const { person } = currentInvocation();
  if (target.accountId !== undefined && findPerson(target.accountId) !== person) {
    throw new Error(
      'asUser(accountId) for someone else needs offline impersonation, which the preview does not offer.',
    );
  }
  return person === null ? { kind: 'anonymous' } : { kind: 'person', person };
}

function toResponse(reply: JiraReply): Response {
  if (reply.body === undefined) return new Response(null, { status: reply.status });
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
  });
}
