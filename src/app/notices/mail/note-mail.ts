import { timeOfId } from '../../../contract/time-of-id';
import type { Delivery } from '../../definitions';
import { noteDelivery } from '../../storage/delivery-log';

interface Mailed {
  readonly to: string;
  readonly messageId: string;
  readonly issue: { readonly key: string };
}

/** The mail's line of the delivery log, which stands at the time of its message. A log that cannot be written stops no mail. */
export async function noteMail(
  { to, messageId, issue }: Mailed,
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
