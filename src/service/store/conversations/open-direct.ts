import type { Conversation } from '../../../contract/resources';
import { refuseBlocked } from '../../conversation/choices';
import type { SeenConversation } from '../../conversation/conversation-store';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { type SeenRow, selectSeen, toSeenConversation } from '../rows/conversation-row';
import { orderPair } from '../rows/direct-pair';
import { insertEnds } from '../rows/insert-ends';
import { selectBarred } from '../rows/select-barred';

export const selectDirect = {
  name: 'select-direct',
  text: `${selectSeen('$4')}
  where c.cloud_id = $1 and c.low_id = $2 and c.high_id = $3`,
};

export const insertDirect = {
  name: 'insert-direct',
  text: `
  insert into conversation (cloud_id, id, low_id, high_id, created_at, modified_at, last_activity_at)
  values ($1, $2, $3, $4, $5, $5, $5)
  on conflict (cloud_id, low_id, high_id) do nothing
  returning id`,
};

export async function findDirect(
  database: Queries,
  cloudId: string,
  callerId: string,
  otherId: string,
): Promise<SeenConversation | null> {
  const { lowId, highId } = orderPair(callerId, otherId);
  const [row] = await database.query<SeenRow>(selectDirect, [cloudId, lowId, highId, callerId]);
  return row ? toSeenConversation(row, callerId) : null;
}

/**
 * Reads first: opening what is there already is the common case, and then writes nothing. A new one would show up in the
 * other end's list, so that a block holds for it.
 */
export async function openDirect(
  database: Database,
  clock: Clock,
  cloudId: string,
  callerId: string,
  otherId: string,
): Promise<Conversation> {
  const find = () => findDirect(database, cloudId, callerId, otherId);
  const found = await find();
  if (found) return found.conversation;
  await database.transaction((transaction) => makeDirect(transaction, clock, cloudId, callerId, otherId));
  const made = await find();
  if (!made) throw refuseBlocked();
  return made.conversation;
}

/** Nothing where the other one has blocked the caller, or somebody makes it at this moment. */
async function makeDirect(
  transaction: Queries,
  clock: Clock,
  cloudId: string,
  callerId: string,
  otherId: string,
): Promise<void> {
  const barred = await transaction.query(selectBarred, [cloudId, [otherId], [callerId]]);
  if (barred.length > 0) return;
  const [{ lowId, highId }, now] = [orderPair(callerId, otherId), clock.now()];
  const id = clock.newId(now);
  const made = await transaction.query(insertDirect, [cloudId, id, lowId, highId, now]);
  const at = now.toISOString();
  if (made.length > 0) {
    await transaction.query(insertEnds, [cloudId, [id, id], [lowId, highId], [at, at]]);
  }
}
