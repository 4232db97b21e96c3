import type { Conversation } from '../../../contract/resources';
import { refuseBlocked } from '../../conversation/choices';
import type { SeenConversation } from '../../conversation/conversation-store';
import type { Clock } from '../engine/clock';
import type { Queries } from '../engine/database';
import { type SeenRow, selectSeen, toSeenConversation } from '../rows/conversation-row';
import { orderPair } from '../rows/direct-pair';

export const selectDirect = {
  name: 'select-direct',
  text: `${selectSeen('$4')}
  where c.cloud_id = $1 and c.low_id = $2 and c.high_id = $3`,
};

export const insertDirect = {
  name: 'insert-direct',
  text: `
  with made as (
    insert into conversation (cloud_id, id, low_id, high_id, created_at, modified_at, last_activity_at)
    select $1::uuid, $2::uuid, $3::text, $4::text, $5::timestamptz, $5::timestamptz, $5::timestamptz
    where not exists (select 1 from block b where b.cloud_id = $1 and b.user_id = $6 and b.blocked_id = $7)
    on conflict (cloud_id, low_id, high_id) do nothing
    returning cloud_id, id, low_id, high_id, created_at, active_hour
  )
  insert into member (cloud_id, conversation_id, user_id, role, joined_at, active_hour)
  select made.cloud_id, made.id, made.low_id, 'member', made.created_at, made.active_hour from made
  union all
  select made.cloud_id, made.id, made.high_id, 'member', made.created_at, made.active_hour from made`,
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
  database: Queries,
  clock: Clock,
  cloudId: string,
  callerId: string,
  otherId: string,
): Promise<Conversation> {
  const find = () => findDirect(database, cloudId, callerId, otherId);
  const found = await find();
  if (found) return found.conversation;
  const { lowId, highId } = orderPair(callerId, otherId);
  const now = clock.now();
  await database.query(insertDirect, [cloudId, clock.newId(now), lowId, highId, now, otherId, callerId]);
  const made = await find();
  if (!made) throw refuseBlocked();
  return made.conversation;
}
