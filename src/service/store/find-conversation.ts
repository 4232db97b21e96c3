import type { SeenConversation } from '../conversation/conversation-store';
import { archivedColumn, type ConversationRow, conversationColumns, toSeenConversation } from './conversation-row';
import type { Queries } from './database';

export const selectConversation = {
  name: 'select-conversation',
  text: `
  select ${conversationColumns}, ${archivedColumn}, m.role
  from conversation c
  left join member m on m.cloud_id = c.cloud_id and m.conversation_id = c.id and m.user_id = $3
  where c.cloud_id = $1 and c.id = $2`,
};

export async function findConversation(
  database: Queries,
  cloudId: string,
  conversationId: string,
  callerId: string,
): Promise<SeenConversation | null> {
  const [row] = await database.query<ConversationRow>(selectConversation, [cloudId, conversationId, callerId]);
  return row ? toSeenConversation(row, callerId) : null;
}
