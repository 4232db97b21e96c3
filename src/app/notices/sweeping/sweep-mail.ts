import kvs from '@forge/kvs';
import type { Unread } from '../../../contract/people';
import { reachStorage } from '../../storage/reach-storage';
import { type MailOutcome, mailUnread } from '../mail/mail-unread';
import { chooseWait } from '../queue/choose-wait';
import { pushEvent } from '../queue/push-event';
import type { QueuedNotice } from '../queue/queued-notice';
import type { UnreadMessage } from '../unread/unread-message';

/** `held`: neither mailed nor put off, so that the next run has to see it again. */
export type SweptMail = 'done' | 'refused' | 'held';

/**
 * One mail of the sweep. What cannot be sent now is put off into the queue, once however often the sweep sees it. Of
 * what is about no issue nobody is told: Jira's mails are about issues. Never throws.
 */
export async function sweepMail({ user, conversationId, first }: Unread, pagePath: string): Promise<SweptMail> {
  const { id: messageId, issue, sender, origin } = first;
  if (issue === null) return 'done';
  const unread = { to: user.id, from: sender.id, conversationId, messageId, issue, sentBy: origin.kind };
  const result = await tryMail(unread, pagePath);
  if (result.outcome === 'refused') return 'refused';
  if (result.outcome !== 'later') return 'done';
  return putOff({ kind: 'notice', ...unread, isPutOff: true }, chooseWait('notice', result.seconds, 1));
}

/** One mail that fails stops no other. */
async function tryMail(unread: UnreadMessage, pagePath: string): Promise<MailOutcome> {
  try {
    return await mailUnread(unread, pagePath);
  } catch {
    return { outcome: 'later', seconds: null };
  }
}

/** The sweep never comes back to it, so that the queue has to. */
async function putOff(notice: QueuedNotice, delayInSeconds: number): Promise<SweptMail> {
  const key = `put-off:${notice.messageId}:${notice.to}`;
  const options = { keyPolicy: 'OVERRIDE', ttl: { value: 2, unit: 'DAYS' } } as const;
  try {
    if ((await reachStorage(() => kvs.get(key))) !== undefined) return 'done';
    await pushEvent({ ...notice }, delayInSeconds);
  } catch {
    return 'held';
  }
  // Without its mark it may be put off twice, and is still mailed once.
  await kvs.set(key, { at: new Date().toISOString() }, options).catch(() => undefined);
  return 'done';
}
