import type { SeenConversation } from '../../conversation/conversation-store';
import type { Queries } from '../engine/database';
import { type SeenRow, selectSeen, toSeenConversation } from '../rows/conversation-row';

export const selectConversation = {
  name: 'select-conversation',
  text: `${selectSeen('$3')}
  where c.cloud_id = $1 and c.id = $2`,
};

export async function findConversation(
  database: Queries,
  cloudId: string,
  conversationId: string,
  callerId: string,
): Promise<SeenConversation | null> {
  const [row] = await database.query<SeenRow>(selectConversation, [cloudId, conversationId, callerId]);
  return row ? toSeenConversation(row, callerId) : null;
}
