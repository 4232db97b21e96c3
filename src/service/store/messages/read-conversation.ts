import type { Message, MessageList } from '../../../contract/resources';
import type { MessageWindow } from '../../conversation/conversation-store';
import type { MessageStore } from '../../conversation/message-store';
import type { Queries } from '../engine/database';
import { type MessageRow, messageColumns, toMessage } from '../rows/message-row';
import { selectAround } from './read-around.sql';
import { readConversationStatements } from './read-conversation.sql';
import { type ReadPlace, readMessages } from './read-messages';

export const selectMessage = {
  name: 'select-message',
  text: `
  select ${messageColumns}
  from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3`,
};

/** How many there are on each side, as far as was looked: more than came where it goes on. */
type AroundRow = MessageRow & { readonly older_count: number; readonly newer_count: number };

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
  ...[cloudId, conversationId, messageId, { before, after }]: Parameters<MessageStore['readAround']>
): Promise<MessageList | null> {
  const parameters = [cloudId, conversationId, messageId, before + 1, after + 1];
  const rows = await database.query<AroundRow>(selectAround, parameters);
  const at = rows.findIndex(({ id }) => id === messageId);
  const [first] = rows;
  if (at < 0 || first === undefined) return null;
  const values = rows.map(toMessage);
  return {
    values,
    before: (first.older_count > at && values.at(0)?.id) || null,
    after: (first.newer_count > rows.length - at - 1 && values.at(-1)?.id) || null,
  };
}
