import type { Message } from '../../../contract/resources';
import type { ConversationStore } from '../../conversation/conversation-store';
import type { Queries } from '../engine/database';
import { searchableText } from '../engine/storable-text';
import { barring } from '../rows/barring.sql';
import { orderPair } from '../rows/direct-pair';
import { type MessageRow, messageColumns, toMessage } from '../rows/message-row';

export const selectDirectMessage = {
  name: 'select-direct-message',
  text: `
  select ${messageColumns}
  from conversation c
  join message m on m.cloud_id = c.cloud_id and m.conversation_id = c.id
  where c.cloud_id = $1 and c.low_id = $2 and c.high_id = $3 and m.id = $4`,
};

const written = { conversation: 'm.conversation_id', author: 'm.sender_id' };

export const updateMessage = {
  name: 'update-message',
  text: `
  update message m set body = $4, text = $5, edited_at = $6
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.deleted_at is null
    and not exists (${barring({ ...written, blocked: 'm.sender_id' })})
    and not exists (${barring({ ...written, blocked: 'm.origin_account' })})
  returning m.id`,
};

/** Whether it is there still: what of it was not changed is barred. */
export const selectUndeleted = {
  name: 'select-undeleted',
  text: `
  select m.id from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.deleted_at is null`,
};

export const eraseWords = {
  name: 'erase-words',
  text: `
  update message m set body = null, text = '', deleted_at = $4
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.deleted_at is null
  returning m.id`,
};

export async function findDirectMessage(
  database: Queries,
  cloudId: string,
  callerId: string,
  otherId: string,
  messageId: string,
): Promise<Message | null> {
  const { lowId, highId } = orderPair(callerId, otherId);
  const [row] = await database.query<MessageRow>(selectDirectMessage, [cloudId, lowId, highId, messageId]);
  return row ? toMessage(row) : null;
}

export async function replaceMessage(
  database: Queries,
  now: Date,
  message: Parameters<ConversationStore['replaceMessage']>[0],
): Promise<'replaced' | 'gone' | 'blocked'> {
  const { cloudId, conversationId, id, body, text } = message;
  const words = [JSON.stringify(body), searchableText(text)];
  const rows = await database.query(updateMessage, [cloudId, conversationId, id, ...words, now]);
  if (rows.length > 0) return 'replaced';
  const left = await database.query(selectUndeleted, [cloudId, conversationId, id]);
  return left.length > 0 ? 'blocked' : 'gone';
}

export async function eraseMessage(
  database: Queries,
  now: Date,
  { cloudId, conversationId, id }: Parameters<ConversationStore['eraseMessage']>[0],
): Promise<boolean> {
  const rows = await database.query(eraseWords, [cloudId, conversationId, id, now]);
  return rows.length > 0;
}
