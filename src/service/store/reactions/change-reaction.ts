import type { SeenConversation } from '../../conversation/conversation-store';
import type { CountedAnswer, ReactionStore } from '../../conversation/reaction-store';
import { changeLocked } from '../conversations/change-locked';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { barring } from '../rows/barring.sql';
import { beforeAllIds } from '../rows/outer-ids';
import { countByPlace, exceeds } from '../sending/count-sends';

/** Held against being deleted: a reaction that came between would stand where no message does. */
export const selectAnswered = {
  name: 'select-answered',
  text: `
  select m.deleted_at is not null as is_deleted,
    exists (${barring({ conversation: 'm.conversation_id', author: '$5', blocked: '$5' })}) as is_barred
  from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.id > $4
  for share of m`,
};

export const insertReaction = {
  name: 'insert-reaction',
  text: `
  insert into reaction (cloud_id, conversation_id, message_id, name, user_id, reacted_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (cloud_id, conversation_id, message_id, name, user_id) do nothing`,
};

export const markReacted = {
  name: 'mark-reacted',
  text: `
  update message m set is_reacted = true
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and not m.is_reacted`,
};

export const deleteReaction = {
  name: 'delete-reaction',
  text: `
  delete from reaction r
  where r.cloud_id = $1 and r.conversation_id = $2 and r.message_id = $3 and r.name = $4 and r.user_id = $5`,
};

/** With the conversation held, as a send is carried out: then the counts, then the change. */
export async function changeReaction(
  database: Database,
  clock: Clock,
  ...[change, decide]: Parameters<ReactionStore['changeReaction']>
): Promise<CountedAnswer> {
  const { cloudId, conversationId, messageId, sender, name, isGiven, quotas } = change;
  const message = [cloudId, conversationId, messageId];
  const locking = { cloudId, conversationId, callerId: sender.id, decide: (seen: SeenConversation | null) => seen };
  return changeLocked(database, locking, async (transaction, seen) => {
    const asked = [...message, seen?.readsAfterId ?? beforeAllIds, sender.id];
    const [row] = await transaction.query<{ is_deleted: boolean; is_barred: boolean }>(selectAnswered, asked);
    decide(seen, row ? { isDeleted: row.is_deleted, isBarred: row.is_barred } : null);
    const askedAt = clock.now();
    const counts = await countByPlace(transaction, cloudId, { sender, quotas, askedAt, conversationId }, seen);
    if (exceeds(counts, quotas)) return { outcome: 'limited', counts };
    if (isGiven) {
      await transaction.query(insertReaction, [...message, name, sender.id, askedAt]);
      await transaction.query(markReacted, message);
    } else {
      await transaction.query(deleteReaction, [...message, name, sender.id]);
    }
    return { outcome: 'done', counts };
  });
}
