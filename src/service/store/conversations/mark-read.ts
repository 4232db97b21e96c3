import type { Queries } from '../engine/database';

/** The row of the message comes back, moved or not. */
export const updateMarker = {
  name: 'update-marker',
  text: `
  with marked as (
    select m.cloud_id, m.conversation_id, m.id
    from message m
    where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $4
  ), moved as (
    update member m set read_id = k.id
    from marked k
    where m.cloud_id = k.cloud_id and m.conversation_id = k.conversation_id and m.user_id = $3
      and (m.read_id is null or m.read_id < k.id)
  )
  select k.id from marked k`,
};

export async function markRead(
  database: Queries,
  cloudId: string,
  conversationId: string,
  memberId: string,
  messageId: string,
): Promise<boolean> {
  const rows = await database.query(updateMarker, [cloudId, conversationId, memberId, messageId]);
  return rows.length > 0;
}
