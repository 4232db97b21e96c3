import { Queue } from '@forge/events';
import type { Unread } from '../../contract/people';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { trimDeliveries } from '../storage/trim-deliveries';
import { listUnread } from './list-unread';
import { mailUnread } from './mail-unread';
import type { QueuedNotice } from './queued-notice';
import { readOwnSite } from './read-own-site';
import { readWatermark, saveWatermark } from './sweep-watermark';

/** Who reads within a minute gets no mail; the queue has that minute too. Milliseconds. */
const grace = 60_000;
/** How far back the first run looks, and the longest that any does: the marks of mails are kept for longer. */
const firstLook = 300_000;
const furthestBack = 86_400_000;
/** The longest delay that a queue grants. Seconds. */
const longestDelay = 900;

/**
 * Every five minutes: tells of what came from outside the app, of which no queue knows, and takes the oldest lines out
 * of the delivery log. What fails is not lost: the next run begins where this one did.
 * @throws ApiError, StorageError, for the platform's log
 */
export async function unreadSweep(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { cloudId, pagePath } = readOwnSite(context);
  const until = Date.now() - grace;
  const since = Math.max((await readWatermark()) ?? until - firstLook, until - furthestBack);
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  for await (const page of listUnread(client, cloudId, new Date(since))) {
    for (const unread of page) if (Date.parse(unread.first.ts) <= until) await mail(unread, pagePath);
  }
  await saveWatermark(until);
  await trimDeliveries();
}

async function mail({ user, conversationId, first }: Unread, pagePath: string): Promise<void> {
  const { id: messageId, issue, sender, origin } = first;
  if (issue === null) return;
  const unread = { to: user.id, from: sender.id, conversationId, messageId, issue, sentBy: origin.kind };
  const result = await mailUnread(unread, pagePath);
  if (result.outcome === 'later') await putOff({ kind: 'notice', ...unread }, result.seconds);
}

/** This sweep never comes back to it, so that the queue has to. */
async function putOff(notice: QueuedNotice, seconds: number): Promise<void> {
  const delayInSeconds = Math.min(seconds, longestDelay);
  await new Queue({ key: 'outbox' }).push({ body: { ...notice }, delayInSeconds });
}
