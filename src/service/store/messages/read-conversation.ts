import type { Message, MessageList } from '../../../contract/resources';
import type { MessageWindow } from '../../conversation/conversation-store';
import type { MessageStore, OpenConversation } from '../../conversation/message-store';
import type { Queries } from '../engine/database';
import { type MessageRow, messageColumns } from '../rows/message-row';
import { openMessages } from '../rows/open-messages';
import { beforeAllIds } from '../rows/outer-ids';
import { selectAround } from './read-around.sql';
import { readConversationStatements } from './read-conversation.sql';
import { type ReadPlace, readMessages } from './read-messages';

export const selectMessage = {
  name: 'select-message',
  text: `
  select ${messageColumns}
  from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.id > $4`,
};

/** How many there are on each side, as far as was looked: more than came where it goes on. */
type AroundRow = MessageRow & { readonly older_count: number; readonly newer_count: number };

function placeOf({ cloudId, callerId, id, readsAfterId }: OpenConversation): ReadPlace {
  return { statements: readConversationStatements, cloudId, callerId, named: [id], afterId: readsAfterId };
}

export async function readConversation(
  database: Queries,
  conversation: OpenConversation,
  window: MessageWindow,
): Promise<MessageList> {
  return readMessages(database, placeOf(conversation), window);
}

export async function findMessage(
  database: Queries,
  { cloudId, callerId, id, readsAfterId }: OpenConversation,
  messageId: string,
): Promise<Message | null> {
  const parameters = [cloudId, id, messageId, readsAfterId ?? beforeAllIds];
  const [row] = await database.query<MessageRow>(selectMessage, parameters);
  return row ? (await openMessages(database, { cloudId, callerId }, [row]))(row) : null;
}

export async function readAround(
  database: Queries,
  ...[{ cloudId, callerId, id, readsAfterId }, messageId, { before, after }]: Parameters<MessageStore['readAround']>
): Promise<MessageList | null> {
  const parameters = [cloudId, id, messageId, before + 1, after + 1, readsAfterId ?? beforeAllIds];
  const rows = await database.query<AroundRow>(selectAround, parameters);
  const at = rows.findIndex((row) => row.id === messageId);
  const [first] = rows;
  if (at < 0 || first === undefined) return null;
  const values = rows.map(await openMessages(database, { cloudId, callerId }, rows));
  return {
    values,
    before: (first.older_count > at && values.at(0)?.id) || null,
    after: (first.newer_count > rows.length - at - 1 && values.at(-1)?.id) || null,
  };
}
