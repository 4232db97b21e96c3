import { randomUUID } from 'node:crypto';
import { ApiError } from '../client/api-error';
import { type ConversationClient, createConversationClient } from '../client/conversation-client';
import { withDeadline } from '../client/deadline';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { isConsentRequest } from '../client/recognise-failure';
import { chooseWait } from '../notices/queue/choose-wait';
import { tell } from '../notices/tell';
import { checkWriting } from '../policy/check-writing';
import { ProblemError } from '../problems/problem-error';
import { toProblem } from '../problems/to-problem';
import { identifyAccount } from '../site/identify-account';
import { identifyOwnSite } from '../site/identify-own-site';
import { composeBody } from '../writing/compose-body';
import { isMentioned } from '../writing/is-mentioned';
import { deliveryBudgetMs } from './delivery/delivery-budget';
import { describeDelivery } from './delivery/describe-delivery';
import { explainConsent, explainFault, explainProblem } from './delivery/explain-problem';
import { judgeFailure } from './delivery/judge-failure';
import { noteQuietly } from './delivery/note-quietly';
import { pushMessage } from './delivery/push-message';
import type { RuleMessage } from './delivery/rule-message';
import { sendRuleMessage } from './delivery/send-rule-message';
import { findInputFault, parseInputs } from './inputs/parse-inputs';

/** What the manifest declares as outputs, or why the rule stops. */
export type ActionAnswer =
  | { readonly status: 'sent' | 'queued'; readonly messageId: string | null; readonly conversationId: string | null }
  | { readonly errors: readonly { readonly message: string }[] };

interface ActionContext extends Readonly<Record<string, unknown>> {
  readonly principal?: { readonly accountId?: unknown };
}

/**
 * The action "Send a direct message" of a rule, which runs as the user of the rule's connection. Never throws: what it
 * throws the platform hides from the rule's owner, and an error's sentence it shows.
 */
export async function automation(
  inputs: Readonly<Record<string, unknown>>,
  context: ActionContext,
): Promise<ActionAnswer> {
  const given = {
    issue: inputs['issueKey'],
    recipient: inputs['recipient'],
    text: inputs['message'],
    label: inputs['ruleName'],
  };
  const fault = findInputFault(given);
  if (fault !== null) return fail(explainFault(fault));
  const sender = identifyAccount(context.principal?.accountId ?? context['accountId']);
  const site = identifyOwnSite(context);
  if (sender === null) return fail(explainProblem({ code: 'not_logged_in' }));
  if (site === null) return fail(explainProblem({ code: 'unexpected' }));
  const { issue, recipient, text, label } = parseInputs(given);
  const message: RuleMessage = {
    kind: 'message',
    id: randomUUID(),
    at: new Date().toISOString(),
    entry: 'rule',
    key: randomUUID(),
    sender,
    issue,
    issueKey: null,
    recipient,
    text,
    label,
    tries: 0,
    seen: null,
    recipientSeenAt: null,
  };
  try {
    return await withDeadline(deliveryBudgetMs, () => send(message, site));
  } catch (error) {
    if (isConsentRequest(error)) return fail(explainConsent());
    const problem = toProblem(error);
    await noteQuietly(describeDelivery(message, { status: 'failed', reason: problem.code, tries: 1 }));
    return fail(explainProblem(problem, recipient));
  }
}

async function send(message: RuleMessage, site: string): Promise<ActionAnswer> {
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const body = composeBody(message.text);
  const { sender, recipient: named, issue: issueId } = message;
  const permit = await checkWriting({ entry: 'rule', sender, recipient: named, issueId, site, client });
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const { issue, recipient } = permit;
  const known = { to: recipient.id, issueKey: issue.key };
  try {
    const messageId = await sendRuleMessage(message, { client, site, issue, recipient: recipient.id });
    const conversationId = await findConversation(client, site, recipient.id);
    const about = { id: issue.id, key: issue.key };
    const sent = { conversationId, messageId, issue: about, sentBy: 'rule' } as const;
    await tell({ to: recipient.id, from: null, ...sent, isMention: isMentioned(body, recipient.id) }, null);
    await noteQuietly(describeDelivery(message, { status: 'sent', reason: null, tries: 1 }, known));
    return { status: 'sent', messageId, conversationId };
  } catch (error) {
    if (!(error instanceof ApiError) || judgeFailure(error) !== 'now') throw error;
    // From now on it is for this person about this issue, whoever is the assignee when it is delivered.
    const settled = { issue: issue.id, issueKey: issue.key, recipient: recipient.id };
    const seen = { id: issue.id, key: issue.key, projectId: issue.projectId };
    const queued = { ...message, ...settled, tries: 1, seen, recipientSeenAt: new Date().toISOString() };
    // Before the push, after which the outbox writes.
    await noteQuietly(describeDelivery(queued, { status: 'queued', reason: toProblem(error).code, tries: 1 }, known));
    // Where the platform does not take it either, the service's own failure is what the rule's owner can act on.
    await pushMessage(queued, chooseWait('message', error.retryAfter, 1)).catch(() => Promise.reject(error));
    return { status: 'queued', messageId: null, conversationId: null };
  }
}

/** The message is sent by then: an id that is not to be had is no failure. */
async function findConversation(client: ConversationClient, site: string, userId: string): Promise<string | null> {
  try {
    return (await client.openDirectConversation({ params: { cloudId: site, userId } })).id;
  } catch {
    return null;
  }
}

function fail(message: string): ActionAnswer {
  return { errors: [{ message }] };
}
