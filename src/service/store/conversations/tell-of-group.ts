import type { Notice } from '../../../contract/resources';
import { textToDocument } from '../../../document/from-text';
import type { Clock } from '../engine/clock';
import type { Transaction } from '../engine/database';
import { noteDeed } from '../people/audit';
import { moveHours } from '../rows/active-hour.sql';
import { successorId } from '../rows/successor-id';

export const selectLastMessage = {
  name: 'select-last-message',
  text: 'select c.last_message_id from conversation c where c.cloud_id = $1 and c.id = $2',
};

export const insertNotice = {
  name: 'insert-notice',
  text: `
  insert into message (cloud_id, conversation_id, id, sender_id, sender_kind, body, text, origin_kind, notice_what, notice_by)
  values ($1, $2, $3, 'service', 'app', $4, $5, 'rule', $6, $7)`,
};

export const moveToNotice = {
  name: 'move-to-notice',
  text: `
  update conversation c set last_message_id = $3, last_activity_at = greatest($4, c.last_activity_at)
  where c.cloud_id = $1 and c.id = $2`,
};

/** What became of a group, and who did it. */
interface Happening extends Notice {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly actorId: string;
}

/** For whoever has no words of their own for it. */
const sentences: Readonly<Record<Notice['what'], string>> = {
  'made-public': 'This group was made public. What was written before can be read by its members alone.',
  owner: 'The owner left this group. It belongs to the one now who has been in it for longest.',
};

/** Says it in the group and in the audit, in the transaction of what it tells of, which holds the group. */
export async function tellOfGroup(
  transaction: Transaction,
  clock: Clock,
  { cloudId, conversationId, actorId, what, by }: Happening,
): Promise<void> {
  const place = [cloudId, conversationId];
  const [group] = await transaction.query<{ last_message_id: string | null }>(selectLastMessage, place);
  const last = group?.last_message_id ?? null;
  const now = clock.now();
  const [proposed, next] = [clock.newId(now), last === null ? '' : successorId(last)];
  const id = proposed > next ? proposed : next;
  const text = sentences[what];
  await transaction.query(insertNotice, [...place, id, JSON.stringify(textToDocument(text)), text, what, by]);
  await transaction.query(moveToNotice, [...place, id, now]);
  await transaction.query(moveHours, [cloudId, [conversationId]]);
  const deed = { cloudId, actorId, subject: conversationId };
  if (what === 'owner') {
    await noteDeed(transaction, clock, { ...deed, action: 'group-owner-changed', details: { owner: by } });
  } else {
    await noteDeed(transaction, clock, { ...deed, action: 'group-made-public', details: { publicFrom: last } });
  }
}
