import type { InvocationError } from '@forge/events';
import { timeOfId } from '../../contract/time-of-id';
import { ApiError } from '../client/api-error';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import type { StorageError } from '../storage/storage-error';
import { type MailOutcome, mailUnread } from './mail/mail-unread';
import { pushEvent } from './queue/push-event';
import { parseQueuedNotice, type QueuedNotice } from './queue/queued-notice';
import { tellOrComeBack } from './queue/tell-or-come-back';
import { findUnread } from './unread/find-unread';
import { parsePagePath } from './unread/parse-page-path';

/** After this time a notice is left to the sweep, which stands still while the service or the storage is away. */
const leaveToSweepAfterMs = 3_600_000;
/** Only an administrator repairs these: the sweep goes on from where it stands once that is done. */
const lasting = new Set<ApiError['error']>(['address_not_set', 'forbidden', 'not_found']);

export interface NoticeTry {
  readonly site: string;
  /** Which try this is, 1 or more. */
  readonly tries: number;
}

/**
 * What the queue brings a minute after a message: a mail, if it is still the first that its receiver has not read, or
 * mentions them and is not read, and they want to be told. What fails for now comes again by itself, less and less often. What the sweep has put off
 * comes again for as long as the platform tries, since the sweep does not come back to it.
 */
export async function deliverNotice(body: unknown, { site, tries }: NoticeTry): Promise<InvocationError | undefined> {
  const notice = parseQueuedNotice(body);
  if (notice === null) return undefined;
  return tellOrComeBack(
    tries,
    () => deliver(notice, site),
    (error) => isLeftToSweep(notice, error),
  );
}

async function deliver(notice: QueuedNotice, site: string): Promise<MailOutcome> {
  const { to, from, messageId, issue, sentBy, isMention, isIssueOfJira, isReminder } = notice;
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  const wanted = { to, messageId, kind: isMention ? 'mention' : 'first' } as const;
  const look = await findUnread(client, site, wanted, notice.place);
  if ('place' in look) {
    await pushEvent({ ...notice, place: look.place });
    return { outcome: 'spared' };
  }
  // The mention was taken back, or the service knows of none: it is told like any other message.
  if (look.unread === null && isMention) return deliver({ ...notice, isMention: false, place: '' }, site);
  // The mail at the end of their quiet hours or their absence tells of it, however long this has waited.
  if (look.unread === null || look.unread.heldUntil !== undefined) return { outcome: 'spared' };
  const { conversationId, type, later = 0 } = look.unread;
  const about = { from, conversationId, messageId, issue, sentBy, isMention, isIssueOfJira };
  const message = { ...about, isReminder, isInGroup: type === 'group', later };
  return (await mailUnread(message, [to], parsePagePath())).get(to) ?? { outcome: 'spared' };
}

function isLeftToSweep({ isPutOff, messageId }: QueuedNotice, error: ApiError | StorageError): boolean {
  if (isPutOff) return false;
  const isOld = Date.now() - Date.parse(timeOfId(messageId)) > leaveToSweepAfterMs;
  return isOld || (error instanceof ApiError && lasting.has(error.error));
}
