import type { DeliveryNote } from '../../storage/delivery-log';
import type { RuleMessage } from './rule-message';

type Outcome = Pick<DeliveryNote, 'status' | 'reason' | 'tries'>;

/** The line of the delivery log for a message. `known` is what was found out of it by then. */
export function describeDelivery(
  { id, at, entry, label, recipient, issue, issueKey }: RuleMessage,
  outcome: Outcome,
  known: { readonly to?: string; readonly issueKey?: string } = {},
): DeliveryNote {
  return { id, at, entry, to: known.to ?? recipient, issueKey: known.issueKey ?? issueKey ?? issue, label, ...outcome };
}
