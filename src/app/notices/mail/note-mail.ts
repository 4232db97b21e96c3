import { timeOfId } from '../../../contract/time-of-id';
import type { Delivery } from '../../definitions';
import { noteDelivery } from '../../storage/delivery-log';
import type { MailedMessage } from '../unread/notice';

/** The mail's line of the delivery log, which stands at the time of its message. A log that cannot be written stops no mail. */
export async function noteMail(
  { messageId, issue }: MailedMessage,
  to: string,
  status: Delivery['status'],
  reason: string | null = null,
): Promise<void> {
  const line = {
    id: `mail-${messageId}-${to}`,
    at: timeOfId(messageId),
    entry: 'mail',
    label: null,
    tries: 1,
  } as const;
  try {
    await noteDelivery({ ...line, to, issueKey: issue.key, status, reason });
  } catch {
    console.warn(`The mail about message ${messageId} is not in the delivery log`);
  }
}
