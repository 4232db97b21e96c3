import { withinTime } from '../client/within-time';
import type { MailClosure } from '../definitions';
import { publishHints } from './live/publish-hint';
import { settleMail } from './mail/mail-marks';
import { pushEvent } from './queue/push-event';
import type { QueuedNotice } from './queue/queued-notice';
import type { Notice } from './unread/notice';

/** Who reads within this time gets no mail. Seconds. */
const delay = 60;
const pushTimeoutMs = 3_000;

/**
 * The receiver's open views hear of it at once, and so do the sender's other ones; whoever has not read it in a minute
 * may get a mail. Never throws: the message is sent, and the sweep finds who was not told of what is about an issue. A
 * queue that takes only so many in a minute is not asked again, so that the messages of rules come first.
 * @param mailClosed why policy lets no mail tell of it, which holds for the sweep too
 */
export async function tell(notice: Notice, mailClosed: MailClosure | null): Promise<void> {
  const { to, from, conversationId, issue } = notice;
  const hint = { conversationId, issueId: issue?.id ?? null };
  const receivers = new Set([to, ...(from === null ? [] : [from])]);
  await Promise.all([
    publishHints([...receivers], hint),
    mailClosed === null ? queueNotice(notice) : closeMail(notice),
  ]);
}

/** The same without a hint: a mail in a minute, if it is not read by then. Never throws. */
export async function queueNotice({ issue, ...notice }: Notice): Promise<void> {
  if (issue === null) return;
  const manner = { isPutOff: false, isIssueOfJira: true, isReminder: false, place: '' } as const;
  const body: QueuedNotice = { kind: 'notice', ...notice, issue, ...manner };
  try {
    await withinTime(pushTimeoutMs, pushEvent({ ...body }, delay));
  } catch (error) {
    console.warn(
      `No notice of message ${notice.messageId} in the queue: ${error instanceof Error ? error.constructor.name : 'unknown'}`,
    );
  }
}

/** The sweep takes it for seen to. Where that cannot be written it asks Jira, which decides. */
async function closeMail({ messageId, to, issue }: Notice): Promise<void> {
  if (issue !== null)
    await withinTime(pushTimeoutMs, settleMail({ messageId, isReminder: false }, to, 'closed')).catch(() => undefined);
}
