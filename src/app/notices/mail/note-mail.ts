import { timeOfId } from '../../../contract/time-of-id';
import type { Delivery } from '../../definitions';
import { noteDelivery } from '../../storage/delivery-log';
import type { MailedMessage } from '../unread/notice';

/** A reminder stands a day after its message. Milliseconds. */
const day = 86_400_000;

/**
 * The mail's lines of the delivery log: one for each receiver, one alone for the members of a group. A log that cannot be
 * written stops no mail.
 */
export async function noteMail(
  { messageId, issue, isInGroup, isReminder }: MailedMessage,
  receivers: readonly string[],
  status: Delivery['status'],
  reason: string | null = null,
): Promise<void> {
  const entry = isReminder ? 'reminder' : 'mail';
  const at = new Date(Date.parse(timeOfId(messageId)) + (isReminder ? day : 0)).toISOString();
  const line = { at, entry, issueKey: issue.key, label: null, status, reason, tries: 1 } as const;
  const written = (isInGroup ? ['group'] : receivers).map((to) =>
    noteDelivery({ id: `${entry}-${messageId}-${to}`, to, ...line }),
  );
  const isMissing = (await Promise.allSettled(written)).some(({ status }) => status === 'rejected');
  if (isMissing) console.warn(`The mail about message ${messageId} is not in the delivery log`);
}
