import type { InvocationError } from '@forge/events';
import { createConversationClient } from '../../client/conversation-client';
import { forgeFetchAsApp } from '../../client/forge-fetch';
import type { Person } from '../../definitions/person';
import { chooseWait, comeBackIn } from '../../notices/queue/choose-wait';
import { tell } from '../../notices/tell';
import { checkWriting } from '../../policy/check-writing';
import { ProblemError } from '../../problems/problem-error';
import { type DeliveryNote, noteDelivery } from '../../storage/delivery-log';
import { composeBody } from '../../writing/compose-body';
import { isMentioned } from '../../writing/is-mentioned';
import { describeDelivery } from './describe-delivery';
import { describeFailure, findRetryAfter, judgeFailure } from './judge-failure';
import { noteQuietly } from './note-quietly';
import type { RuleMessage } from './rule-message';
import { sendRuleMessage } from './send-rule-message';

/** How long the platform keeps trying an event (async events, retention window), in milliseconds. */
const window = 24 * 3_600_000;
/** How long what Jira said of a recipient holds, in milliseconds. */
const recipientKnownForMs = 3_600_000;
/** A try that would begin in the last minute might not begin at all. */
const margin = 60_000;

export interface DeliveryTry {
  readonly site: string;
  /** Which try this is, those before the queue included. */
  readonly tries: number;
  /** Milliseconds for which the platform goes on trying, where it says so. */
  readonly remaining: number | null;
  /** Of a try before, which delivered the message and could not say so. */
  readonly line: DeliveryNote | null;
}

/** What a try before has left for this one; null where it is no line of this message that tells of its delivery. */
export function parseSentLine(data: unknown, messageId: string): DeliveryNote | null {
  const { line } = (typeof data === 'object' && data !== null ? data : {}) as { line?: Partial<DeliveryNote> };
  return line?.status === 'sent' && line.id === messageId ? (line as DeliveryNote) : null;
}

/**
 * One try to deliver a message out of the queue, after policy was asked again. Writes into the delivery log how it
 * went. Where another try may help, the answer asks the platform for one.
 */
export async function deliverMessage(message: RuleMessage, attempt: DeliveryTry): Promise<InvocationError | undefined> {
  try {
    const line = attempt.line ?? (await deliver(message, attempt));
    // It is delivered, whatever becomes of its line: a failure from here on must not be taken for one of the message.
    // Another try writes the line, and does not ask again whether it may be sent; without it it finds it under its key.
    return (await noteQuietly(line)) ? undefined : comeBackIn(chooseWait('message', null, attempt.tries), { line });
  } catch (error) {
    return settleFailure(message, attempt, error);
  }
}

/** @returns the line that tells of it. */
async function deliver(message: RuleMessage, { site, tries }: DeliveryTry): Promise<DeliveryNote> {
  const { sender, seen, recipient: named, issue: issueId } = message;
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const request = { sender, seen, recipient: named, issueId, site, client };
  const permit = await checkWriting({ entry: 'outbox', ...request }, knowRecipient(message));
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const { issue, recipient, mailClosed } = permit;
  const messageId = await sendRuleMessage(message, { client, site, issue, recipient: recipient.id });
  const { id, key } = issue;
  const isMention = isMentioned(composeBody(message.text), recipient.id);
  const about = { messageId, issue: { id, key }, sentBy: 'rule', isMention } as const;
  await tell({ to: recipient.id, from: null, conversationId: null, ...about }, mailClosed);
  const outcome = { status: 'sent', reason: mailClosed, tries } as const;
  return describeDelivery(message, outcome, { to: recipient.id, issueKey: key });
}

/** A message that is tried again and again asks Jira who its recipient is once an hour, and not each time. */
function knowRecipient({ recipient: id, recipientSeenAt }: RuleMessage): { readonly recipient?: Person } {
  const age = Date.now() - Date.parse(recipientSeenAt ?? '');
  return age < recipientKnownForMs ? { recipient: { id, name: null, kind: 'person', active: true } } : {};
}

async function settleFailure(
  message: RuleMessage,
  { tries, remaining }: DeliveryTry,
  error: unknown,
): Promise<InvocationError | undefined> {
  const reason = describeFailure(message, error);
  const wait = chooseWait('message', findRetryAfter(error), tries);
  const left = remaining ?? Date.parse(message.at) + window - Date.now();
  const isOver = judgeFailure(error) === 'lasting' || left - wait * 1000 < margin;
  try {
    await noteDelivery(describeDelivery(message, { status: isOver ? 'failed' : 'queued', reason, tries }));
    if (isOver) return undefined;
  } catch {
    // An end that nobody could read about would be a message lost in silence: it is tried, and noted, again.
  }
  return comeBackIn(wait);
}
