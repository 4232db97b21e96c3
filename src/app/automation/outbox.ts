import type { AsyncEvent, InvocationError } from '@forge/events';
import { deliverNotice } from '../notices/deliver-notice';
import { readSite } from '../policy/read-site';
import { answerProbe } from './answer-probe';
import { deliverMessage } from './deliver-message';
import { readRuleMessage } from './rule-message';

/**
 * The consumer of the queue `outbox`. The platform gives each event at least once, in no order, and again for as long
 * as it is asked to, within 24 hours. Nobody is logged in here: what a message says of its sender was put there by us.
 */
export async function outbox(
  { body, retryContext }: AsyncEvent,
  context: Readonly<Record<string, unknown>>,
): Promise<InvocationError | undefined> {
  if (body['kind'] === 'notice') return (await deliverNotice(body)) ?? undefined;
  if (body['kind'] === 'probe') return answerProbe(body);
  const message = readRuleMessage(body);
  const site = readSite(context);
  if (message === null || site === null) throw new Error('An event that this version of the app does not know');
  const tries = message.tries + (retryContext?.retryCount ?? 0) + 1;
  return deliverMessage(message, { site, tries, remaining: retryContext?.retentionWindow?.remainingTimeMs ?? null });
}
