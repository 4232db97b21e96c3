import { findMentions } from '../../document/find-mentions';
import type { AdfDocument } from '../../document/types';

/** Whether what someone wrote mentions this account. */
export function isMentioned(body: AdfDocument, accountId: string): boolean {
  return findMentions(body).includes(accountId);
}
