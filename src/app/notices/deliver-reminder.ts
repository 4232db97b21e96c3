import type { InvocationError } from '@forge/events';
import type { DueReminder } from '../../contract/follow-up';
import { ApiError } from '../client/api-error';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import type { NoticeTry } from './deliver-notice';
import { pushEvent } from './queue/push-event';
import { parseQueuedReminder, type QueuedReminder } from './queue/queued-reminder';
import { tellOrComeBack } from './queue/tell-or-come-back';
import { listDue } from './sweeping/sweep-reminders';
import { tellReminder } from './tell-reminder';
import { parsePagePath } from './unread/parse-page-path';

/** Pages of one look. Most reminders are due at the same moment, nine in the morning. */
const mostPages = 10;

/**
 * What the sweep could not tell then: told if it still stands as it was set. It comes again for as long as the platform
 * tries, less and less often, since the sweep does not come back to it.
 */
export async function deliverReminder(body: unknown, { site, tries }: NoticeTry): Promise<InvocationError | undefined> {
  const reminder = parseQueuedReminder(body);
  if (reminder === null) return undefined;
  return tellOrComeBack(tries, async () => {
    const found = await findDue(reminder, site);
    if (found === null) return { outcome: 'spared' };
    if ('place' in found) {
      await pushEvent({ ...reminder, place: found.place });
      return { outcome: 'spared' };
    }
    return tellReminder(found, parsePagePath());
  });
}

type ReminderLook = DueReminder | { readonly place: string } | null;

/** Null where it was taken away or set anew. `place`: not found so far, and where the next look goes on. @throws ApiError */
async function findDue(wanted: QueuedReminder, site: string): Promise<ReminderLook> {
  try {
    return await look(wanted, site);
  } catch (error) {
    const isLost = error instanceof ApiError && error.error === 'invalid_request' && wanted.place !== '';
    if (isLost) return look({ ...wanted, place: '' }, site);
    throw error;
  }
}

async function look(wanted: QueuedReminder, site: string): Promise<ReminderLook> {
  const { to, conversationId, messageId, due, place } = wanted;
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const until = Date.parse(due);
  let pages = 0;
  for await (const { values, cursor } of listDue({ client, site }, { since: until - 1, until }, place)) {
    const found = values.find(
      (it) => it.user.id === to && it.conversationId === conversationId && it.messageId === messageId,
    );
    if (found !== undefined) return found;
    pages += 1;
    if (pages === mostPages && cursor !== '') return { place: cursor };
  }
  return null;
}
