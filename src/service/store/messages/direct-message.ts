import type { Message } from '../../../contract/resources';
import type { Queries } from '../engine/database';
import { orderPair } from '../rows/direct-pair';
import { type MessageRow, messageColumns, toMessage } from '../rows/message-row';

export const selectDirectMessage = {
  name: 'select-direct-message',
  text: `
  select ${messageColumns}
  from conversation c
  join message m on m.cloud_id = $1 and m.conversation_id = c.id
  where c.cloud_id = $1 and c.low_id = $2 and c.high_id = $3 and m.id = $4`,
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
