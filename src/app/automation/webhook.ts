import { randomUUID } from 'node:crypto';
import { createConversationClient } from '../client/conversation-client';
import { withDeadline } from '../client/deadline';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { checkWriting, theApp } from '../policy/check-writing';
import { ProblemError } from '../problems/problem-error';
import { identifyOwnSite } from '../site/identify-own-site';
import { loadTriggerSecret } from '../storage/trigger-secret';
import { composeBody } from '../writing/compose-body';
import { deliveryBudgetMs } from './delivery/delivery-budget';
import { describeDelivery } from './delivery/describe-delivery';
import { describeFailure, judgeFailure } from './delivery/judge-failure';
import { noteQuietly } from './delivery/note-quietly';
import { pushMessage } from './delivery/push-message';
import type { RuleMessage } from './delivery/rule-message';
import { findHeader } from './inputs/find-header';
import { isSecretRight } from './inputs/is-secret-right';
import { parseTriggerRequest, type TriggerRequest } from './inputs/parse-trigger-request';

/** The keys of the manifest's static responses: 202, 400, 401, 503. */
type OutputKey = 'accepted' | 'invalid' | 'rejected' | 'unavailable';

/**
 * The web trigger. Its address is public, so that nothing of a request is looked at before its secret; it speaks as the
 * app. What it accepts goes through the queue: `accepted` promises a line in the delivery log, and no message yet.
 */
export async function webhook(
  request: TriggerRequest,
  context: Readonly<Record<string, unknown>>,
): Promise<{ outputKey: OutputKey }> {
  return { outputKey: await withDeadline(deliveryBudgetMs, () => receive(request, context)) };
}

async function receive(request: TriggerRequest, context: Readonly<Record<string, unknown>>): Promise<OutputKey> {
  const site = identifyOwnSite(context);
  try {
    const kept = await loadTriggerSecret();
    if (!isSecretRight(findHeader(request.headers, 'Authorization'), kept)) return 'rejected';
  } catch {
    return 'unavailable';
  }
  const asked = parseTriggerRequest(request);
  if (asked === null) return 'invalid';
  if (site === null) return 'unavailable';
  const message: RuleMessage = {
    kind: 'message',
    id: randomUUID(),
    at: new Date().toISOString(),
    entry: 'webhook',
    sender: theApp,
    issueKey: null,
    tries: 0,
    seen: null,
    recipientSeenAt: null,
    ...asked,
  };
  return accept(message, site);
}

async function accept(message: RuleMessage, site: string): Promise<OutputKey> {
  let settled: RuleMessage;
  try {
    settled = await settleRecipient(message, site);
  } catch (error) {
    if (judgeFailure(error) === 'lasting') {
      await noteQuietly(
        describeDelivery(message, { status: 'failed', reason: describeFailure(message, error), tries: 0 }),
      );
      return 'invalid';
    }
    // Jira or the storage is away: the outbox asks them again.
    settled = message;
  }
  // Before the push: the outbox may have delivered it, and said so, before anything that comes after is written.
  await noteQuietly(describeDelivery(settled, { status: 'queued', reason: null, tries: 0 }));
  try {
    await pushMessage(settled);
    return 'accepted';
  } catch {
    await noteQuietly(describeDelivery(settled, { status: 'failed', reason: 'queue_away', tries: 0 }));
    return 'unavailable';
  }
}

/** The message for whom it is meant now, whoever is the assignee when it is delivered. */
async function settleRecipient(message: RuleMessage, site: string): Promise<RuleMessage> {
  composeBody(message.text);
  const { recipient, issue: issueId, sender } = message;
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const permit = await checkWriting({ entry: 'webhook', sender, recipient, issueId, site, client });
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const { issue } = permit;
  const recipientSeenAt = new Date().toISOString();
  return { ...message, issue: issue.id, issueKey: issue.key, recipient: permit.recipient.id, recipientSeenAt };
}
