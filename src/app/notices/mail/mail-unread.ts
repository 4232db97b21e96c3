import { JiraError } from '../../jira/jira-error';
import { MailRefusal } from '../../jira/mail-refusal';
import type { MailedMessage } from '../unread/notice';
import { isDueAgain } from './is-due-again';
import { claimMail, readMailState, releaseMail, settleMail } from './mail-marks';
import { beginMailPause, loadMailPause } from './mail-pause';
import { mapTogether } from './map-together';
import { noteMail } from './note-mail';
import { requireMailPoints } from './require-mail-points';
import { writeMail } from './write-mail';

/**
 * `later`: try again after so many seconds; null where nobody knows after how many. `isBusy`: since the points of the hour
 * are spent, or those of them that background work may spend.
 */
export type MailOutcome =
  | { readonly outcome: 'mailed' | 'spared' }
  | { readonly outcome: 'later'; readonly seconds: number | null; readonly isBusy?: true };

const lost: MailOutcome = { outcome: 'later', seconds: null };

/**
 * One mail about a message to its receivers together, or the one reminder of it, to those of them who had none about
 * this conversation within the hour. A reminder goes to whom Jira took a mail about the message before. Whether each of them sees the issue is Jira's to decide. Whoever asks first sends it: the queue and the sweep
 * never both do.
 * @param pagePath where the inbox is in Jira, behind its address
 * @returns what became of it for each of them
 * @throws StorageError where the storage answered for none of them, and then no mail was sent
 */
export async function mailUnread(
  message: MailedMessage,
  receivers: readonly string[],
  pagePath: string,
): Promise<ReadonlyMap<string, MailOutcome>> {
  const outcomes = new Map<string, MailOutcome>();
  const claimed: string[] = [];
  let failure: unknown;
  await mapTogether(receivers, async (to) => {
    try {
      const outcome = await takeOn(message, to);
      if (outcome === null) claimed.push(to);
      else outcomes.set(to, outcome);
    } catch (error) {
      failure = error;
    }
  });
  if (failure !== undefined && claimed.length + outcomes.size === 0) throw failure;
  // One whose mark cannot be read keeps nobody else waiting.
  for (const to of receivers) if (!claimed.includes(to) && !outcomes.has(to)) outcomes.set(to, lost);
  const sent = claimed.length === 0 ? null : await send(message, claimed, pagePath);
  if (sent !== null) for (const to of claimed) outcomes.set(to, sent);
  return outcomes;
}

/** Null where this run has taken the mail on, and is the only one to. */
async function takeOn(message: MailedMessage, to: string): Promise<MailOutcome | null> {
  const { conversationId } = message;
  if (message.isReminder && !(await wasTold(message, to))) return { outcome: 'spared' };
  const known = await readMailState(message, to);
  // Most that the sweep finds the queue has seen to.
  if (known.state === 'settled') return { outcome: 'spared' };
  if (known.state === 'begun') return { outcome: 'later', seconds: known.seconds };
  const pause = await loadMailPause(conversationId, to);
  if (pause > 0) return { outcome: 'later', seconds: pause };
  return (await claimMail(message, to, known.state)) ? null : { outcome: 'spared' };
}

async function wasTold({ messageId }: MailedMessage, to: string): Promise<boolean> {
  return isDueAgain(await readMailState({ messageId, isReminder: false }, to));
}

async function send(message: MailedMessage, receivers: readonly string[], pagePath: string): Promise<MailOutcome> {
  try {
    await requireMailPoints();
    await writeMail(message, receivers, pagePath);
  } catch (error) {
    return error instanceof MailRefusal ? giveUp(message, receivers, error) : giveBack(message, receivers, error);
  }
  // It is sent: a storage that is away by now must not have it sent again, nor said to wait.
  await mapTogether(receivers, async (to) => {
    await Promise.allSettled([settleMail(message, to, 'mailed'), beginMailPause(message.conversationId, to)]);
  });
  await noteMail(message, receivers, 'sent');
  return { outcome: 'mailed' };
}

/** The mark stays, so that nobody asks Jira again. */
async function giveUp(
  message: MailedMessage,
  receivers: readonly string[],
  { isBlind }: MailRefusal,
): Promise<MailOutcome> {
  await mapTogether(receivers, (to) => settleMail(message, to, 'closed'));
  await noteMail(message, receivers, 'failed', isBlind ? 'app_blind' : 'mail_refused');
  return { outcome: 'spared' };
}

/** A mark without a mail would silence the conversation. */
async function giveBack(message: MailedMessage, receivers: readonly string[], error: unknown): Promise<MailOutcome> {
  const isBusy = error instanceof JiraError && error.reason === 'busy';
  await mapTogether(receivers, (to) => releaseMail(message, to));
  await noteMail(message, receivers, 'queued', isBusy ? 'jira_busy' : 'jira_away');
  const seconds = error instanceof JiraError ? error.retryAfter : null;
  return { outcome: 'later', seconds, ...(isBusy ? { isBusy } : {}) };
}
