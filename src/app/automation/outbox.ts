import type { AsyncEvent, InvocationError } from '@forge/events';
import { deliverHold } from '../notices/deliver-hold';
import { deliverNotice } from '../notices/deliver-notice';
import { deliverReminder } from '../notices/deliver-reminder';
import { tryRealtime } from '../notices/live/probe-realtime';
import { identifyOwnSite } from '../site/identify-own-site';
import { keepRealtimeProbe } from '../storage/realtime-probe';
import { deliverDeed } from './delivery/deliver-deed';
import { deliverMessage, parseSentLine } from './delivery/deliver-message';
import { parseRuleMessage } from './delivery/rule-message';

/**
 * The consumer of the queue `outbox`. The platform gives each event at least once, in no order, and again for as long
 * as it is asked to, within 24 hours. Nobody is logged in here: what a message says of its sender was put there by us.
 */
export async function outbox(
  { body, retryContext }: AsyncEvent,
  context: Readonly<Record<string, unknown>>,
): Promise<InvocationError | undefined> {
  if (body['kind'] === 'probe') return answerProbe(body);
  const site = identifyOwnSite(context);
  if (site === null) throw new Error('The platform does not say for which site this runs');
  const tries = (retryContext?.retryCount ?? 0) + 1;
  const remaining = retryContext?.retentionWindow?.remainingTimeMs ?? null;
  if (body['kind'] === 'deed') return deliverDeed(body, { site, tries, remaining });
  if (body['kind'] === 'notice') return deliverNotice(body, { site, tries });
  if (body['kind'] === 'hold') return deliverHold(body, { site, tries });
  if (body['kind'] === 'reminder') return deliverReminder(body, { site, tries });
  const message = parseRuleMessage(body);
  if (message === null) return drop(body['kind']);
  const line = parseSentLine(retryContext?.retryData, message.id);
  return deliverMessage(message, { site, tries: message.tries + tries, remaining, line });
}

/** Tries Realtime from the queue for an administrator's diagnostics, and keeps what it said. */
async function answerProbe({ accountId }: Readonly<Record<string, unknown>>): Promise<undefined> {
  if (typeof accountId !== 'string') return;
  const outcome = await tryRealtime(accountId);
  await keepRealtimeProbe({ outcome, at: new Date().toISOString() });
}

/** An event of another version of the app, which no later try makes known to this one. */
function drop(kind: unknown): undefined {
  const word = typeof kind === 'string' && /^\w{1,40}$/.test(kind) ? kind : '';
  console.warn(`An event of kind "${word}" is dropped: this version of the app does not know it`);
  return undefined;
}
