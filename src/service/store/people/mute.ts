import type { Queries } from '../engine/database';

export const updateMute = {
  name: 'update-mute',
  text: `
  update member m set is_muted = $4
  where m.cloud_id = $1 and m.conversation_id = $2 and m.user_id = $3
  returning m.user_id`,
};

/** False when there is no such member. */
export async function setMuted(
  database: Queries,
  cloudId: string,
  conversationId: string,
  userId: string,
  isMuted: boolean,
): Promise<boolean> {
  const rows = await database.query(updateMute, [cloudId, conversationId, userId, isMuted]);
  return rows.length > 0;
}
