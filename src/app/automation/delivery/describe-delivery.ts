import { theApp } from '../../policy/check-writing';
import type { DeliveryNote } from '../../storage/delivery-log';
import type { RuleMessage } from './rule-message';

type Outcome = Pick<DeliveryNote, 'status' | 'reason' | 'tries'>;

/** The line of the delivery log for a message. `known` is what was found out of it by then. */
export function describeDelivery(
  { id, at, entry, label, recipient, issue, issueKey, sender }: RuleMessage,
  outcome: Outcome,
  known: { readonly to?: string; readonly issueKey?: string } = {},
): DeliveryNote {
  const place = { to: known.to ?? recipient, issueKey: known.issueKey ?? issueKey ?? issue };
  return { id, at, entry, ...place, label, account: sender === theApp ? null : sender, ...outcome };
}
