import { InvocationError, InvocationErrorCode } from '@forge/events';
import { timeOfId } from '../../contract/time-of-id';
import { ApiError } from '../client/api-error';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { StorageError } from '../storage/storage-error';
import { listUnread } from './list-unread';
import { mailUnread } from './mail-unread';
import { type QueuedNotice, readQueuedNotice } from './queued-notice';
import { type OwnSite, readOwnSite } from './read-own-site';

/** The longest wait that the platform grants to a consumer; in seconds. */
const longestWait = 900;
const defaultWait = 300;

/**
 * What the queue brings a minute after a message: a mail, if it is still the first that its receiver has not read and
 * they want to be told. What fails for now comes again by itself, for a day.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: void is what the platform's consumers answer when they are done
export async function deliverNotice(body: unknown): Promise<void | InvocationError> {
  const notice = readQueuedNotice(body);
  if (notice === null) return;
  try {
    const seconds = await deliver(notice, readOwnSite());
    if (seconds > 0) return comeBack(seconds);
  } catch (error) {
    if (error instanceof ApiError) return comeBack(error.retryAfter ?? defaultWait);
    if (error instanceof StorageError) return comeBack(defaultWait);
    throw error;
  }
}

/** How many seconds to wait before another try; 0 when it is done. */
async function deliver({ to, from, messageId, issue, sentBy }: QueuedNotice, site: OwnSite): Promise<number> {
  const unread = await findUnread(site.cloudId, to, messageId);
  if (unread === null) return 0;
  const { conversationId } = unread;
  const result = await mailUnread({ to, from, conversationId, messageId, issue, sentBy }, site.pagePath);
  return result.outcome === 'later' ? result.seconds : 0;
}

/** The message among those that are the first unread ones, from a moment before it on. */
async function findUnread(cloudId: string, to: string, messageId: string) {
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const since = new Date(Date.parse(timeOfId(messageId)) - 1);
  for await (const page of listUnread(client, cloudId, since)) {
    const found = page.find(({ user, first }) => user.id === to && first.id === messageId);
    if (found !== undefined) return found;
  }
  return null;
}

function comeBack(seconds: number): InvocationError {
  const retryAfter = Math.min(Math.max(1, seconds), longestWait);
  return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
}
