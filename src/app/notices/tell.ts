import { withinTime } from '../client/within-time';
import { publishHints } from './live/publish-hint';
import { pushEvent } from './queue/push-event';
import type { QueuedNotice } from './queue/queued-notice';

/** Someone is to learn of a message that was just sent to them. */
export interface Notice {
  readonly to: string;
  /** The sender's account; null for the app. */
  readonly from: string | null;
  /** Null where the sender does not know it. */
  readonly conversationId: string | null;
  readonly messageId: string;
  /** What it is about; without an issue there is no mail, since Jira's mails are about issues. */
  readonly issue: { readonly id: string; readonly key: string } | null;
  readonly mayShowIssue: boolean;
  readonly kind: 'person' | 'rule';
}

/** Who reads within this time gets no mail. Seconds. */
const delay = 60;
const pushTimeoutMs = 3_000;

/**
 * The receiver's open views hear of it at once, and so do the sender's other ones; whoever has not read it in a minute
 * may get a mail. Never throws: the message is sent, and the sweep finds who was not told of what is about an issue. A
 * queue that takes only so many in a minute is not asked again, so that the messages of rules come first.
 */
export async function tell(notice: Notice): Promise<void> {
  const { to, from, conversationId, issue } = notice;
  const hint = { conversationId, issueId: issue?.id ?? null };
  const receivers = new Set([to, ...(from === null ? [] : [from])]);
  await Promise.all([publishHints([...receivers], hint), pushNotice(notice)]);
}

async function pushNotice({ to, from, conversationId, messageId, issue, mayShowIssue, kind }: Notice): Promise<void> {
  if (issue === null || !mayShowIssue) return;
  const about = { to, from, conversationId, messageId, issue };
  const body: QueuedNotice = { kind: 'notice', ...about, sentBy: kind, isPutOff: false };
  try {
    await withinTime(pushTimeoutMs, pushEvent({ ...body }, delay));
  } catch (error) {
    console.warn(
      `No notice of message ${messageId} in the queue: ${error instanceof Error ? error.constructor.name : 'unknown'}`,
    );
  }
}
