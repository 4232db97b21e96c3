import { findSight } from '../../jira/find-sight';
import { JiraError } from '../../jira/jira-error';
import { MailRefusal } from '../../jira/mail-refusal';
import type { UnreadMessage } from '../unread/unread-message';
import { claimMail, readMailState, releaseMail, settleMail } from './mail-marks';
import { beginMailPause, loadMailPause } from './mail-pause';
import { noteMail } from './note-mail';
import { writeMail } from './write-mail';

/**
 * `later`: try again after so many seconds; null where nobody knows after how many. `refused`: no mail, since Jira does
 * not let the app ask whether they see the issue.
 */
export type MailOutcome =
  | { readonly outcome: 'mailed' | 'spared' | 'refused' }
  | { readonly outcome: 'later'; readonly seconds: number | null };

/**
 * One mail to its receiver, if they see the issue and had none about this conversation within the hour. Whoever asks
 * first sends it: the queue and the sweep never both do.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws StorageError, and then no mail was sent
 */
export async function mailUnread(unread: UnreadMessage, pagePath: string): Promise<MailOutcome> {
  const { to, conversationId, messageId, issue } = unread;
  const known = await readMailState(messageId, to);
  // Most that the sweep finds the queue has seen to.
  if (known.state === 'settled') return { outcome: 'spared' };
  if (known.state === 'begun') return { outcome: 'later', seconds: known.seconds };
  const pause = await loadMailPause(conversationId, to);
  if (pause > 0) return { outcome: 'later', seconds: pause };
  const sight = await findSight(to, issue.id);
  // What is not known counts as no, for now.
  if (sight === 'unknown') return { outcome: 'later', seconds: null };
  if (sight === 'no') return { outcome: 'spared' };
  if (sight === 'refused') return { outcome: 'refused' };
  if (!(await claimMail(messageId, to, known.state))) return { outcome: 'spared' };
  try {
    await writeMail(unread, pagePath);
  } catch (error) {
    return error instanceof MailRefusal ? await giveUp(unread) : await giveBack(unread, error);
  }
  // It is sent: a storage that is away by now must not have it sent again, nor said to wait.
  await Promise.allSettled([settleMail(messageId, to), beginMailPause(conversationId, to)]);
  await noteMail(unread, 'sent');
  return { outcome: 'mailed' };
}

/** The mark stays, so that nobody asks Jira again. */
async function giveUp(unread: UnreadMessage): Promise<MailOutcome> {
  await settleMail(unread.messageId, unread.to);
  await noteMail(unread, 'failed', 'mail_refused');
  return { outcome: 'spared' };
}

/** A mark without a mail would silence the conversation. */
async function giveBack(unread: UnreadMessage, error: unknown): Promise<MailOutcome> {
  await releaseMail(unread.messageId, unread.to);
  await noteMail(unread, 'queued', 'jira_away');
  return { outcome: 'later', seconds: error instanceof JiraError ? error.retryAfter : null };
}
