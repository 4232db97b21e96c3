import type { Notice } from '../../../contract/resources';
import { noteDeed } from '../audit/audit';
import type { Clock } from '../engine/clock';
import type { Transaction } from '../engine/database';
import { writeNotice } from './write-notice';

/** Who reads a group, or owns it, changed by this. */
interface Happening extends Pick<Notice, 'by'> {
  readonly what: 'made-public' | 'owner';
  readonly cloudId: string;
  readonly conversationId: string;
  readonly actorId: string;
}

/** Says it in the group and in the audit, in the transaction of what it tells of, which holds the group. */
export async function tellOfGroup(
  transaction: Transaction,
  clock: Clock,
  { cloudId, conversationId, actorId, what, by }: Happening,
): Promise<void> {
  const last = await writeNotice(transaction, clock, { cloudId, conversationId, notice: { what, by } });
  const deed = { cloudId, actorId, subject: conversationId };
  if (what === 'owner') {
    await noteDeed(transaction, clock, { ...deed, action: 'group-owner-changed', details: { owner: by } });
  } else {
    await noteDeed(transaction, clock, { ...deed, action: 'group-made-public', details: { publicFrom: last } });
  }
}
