import type { Message, MessageList } from '../../../contract/resources';
import type { MessageWindow } from '../../conversation/conversation-store';
import type { MessageStore } from '../../conversation/message-store';
import type { Queries } from '../engine/database';
import { type MessageRow, messageColumns, toMessage } from '../rows/message-row';
import { readConversationStatements } from './read-conversation.sql';
import { type ReadPlace, readMessages, readSide } from './read-messages';

export const selectMessage = {
  name: 'select-message',
  text: `
  select ${messageColumns}
  from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3`,
};

function placeOf(cloudId: string, conversationId: string): ReadPlace {
  return { statements: readConversationStatements, cloudId, named: [conversationId] };
}

export async function readConversation(
  database: Queries,
  cloudId: string,
  conversationId: string,
  window: MessageWindow,
): Promise<MessageList> {
  return readMessages(database, placeOf(cloudId, conversationId), window);
}

export async function findMessage(
  database: Queries,
  cloudId: string,
  conversationId: string,
  messageId: string,
): Promise<Message | null> {
  const [row] = await database.query<MessageRow>(selectMessage, [cloudId, conversationId, messageId]);
  return row ? toMessage(row) : null;
}

export async function readAround(
  database: Queries,
  ...[cloudId, conversationId, messageId, counts]: Parameters<MessageStore['readAround']>
): Promise<MessageList | null> {
  const message = await findMessage(database, cloudId, conversationId, messageId);
  if (message === null) return null;
  const place = placeOf(cloudId, conversationId);
  const from = { from: messageId, issueId: null };
  const older = await readSide(database, place, { ...from, direction: 'older', limit: counts.before });
  const newer = await readSide(database, place, { ...from, direction: 'newer', limit: counts.after });
  const values = [...older.values, message, ...newer.values];
  return {
    values,
    before: (older.goesOn && values.at(0)?.id) || null,
    after: (newer.goesOn && values.at(-1)?.id) || null,
  };
}
