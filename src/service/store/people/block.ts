import { maxBlocks } from '../../../patterns/patterns';
import type { Page, PageQuery } from '../../conversation/people-store';
import type { Database, Queries } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';
import { cutPage } from '../rows/cut-page';

export const selectBlocks = {
  name: 'select-blocks',
  text: `
  select b.blocked_id, ${inMilliseconds('b.blocked_at')}
  from block b
  where b.cloud_id = $1 and b.user_id = $2 and b.blocked_id > $3
  order by b.blocked_id
  limit $4`,
};

/** Additions of one person come one after the other, by their first block: a count holds until what it allowed is kept. */
export const lockBlocks = {
  name: 'lock-blocks',
  text: `
  select b.blocked_id from block b
  where b.cloud_id = $1 and b.user_id = $2
  order by b.blocked_at, b.blocked_id
  limit 1
  for update of b`,
};

/** Gives back whether the block is there afterwards: it was, or there was room for one more beside those, up to $5. */
export const insertBlock = {
  name: 'insert-block',
  text: `
  with known as (
    select b.blocked_id from block b where b.cloud_id = $1 and b.user_id = $2 and b.blocked_id = $3
  ), added as (
    insert into block (cloud_id, user_id, blocked_id, blocked_at)
    select $1::uuid as cloud_id, $2::text, $3::text, $4::timestamptz
    where (select count(*) from block b where b.cloud_id = $1 and b.user_id = $2) < $5::bigint
    on conflict (cloud_id, user_id, blocked_id) do nothing
    returning blocked_id
  )
  select k.blocked_id from known k union select a.blocked_id from added a`,
};

export const deleteBlock = {
  name: 'delete-block',
  text: 'delete from block b where b.cloud_id = $1 and b.user_id = $2 and b.blocked_id = $3',
};

export async function listBlocks(
  database: Queries,
  cloudId: string,
  userId: string,
  { limit, after }: PageQuery,
): Promise<Page<{ id: string; blocked: string }>> {
  const parameters = [cloudId, userId, after?.key ?? '', limit + 1];
  const rows = await database.query<{ blocked_id: string; blocked_at: number }>(selectBlocks, parameters);
  return cutPage(
    rows,
    limit,
    (row) => ({ id: row.blocked_id, blocked: new Date(row.blocked_at).toISOString() }),
    (row) => ({ key: row.blocked_id, id: '' }),
  );
}

export async function addBlock(
  database: Database,
  now: Date,
  cloudId: string,
  userId: string,
  blockedId: string,
): Promise<'blocked' | 'too-many'> {
  return database.transaction(async (transaction) => {
    // A statement of its own, so that the next one sees what was committed while this one waited.
    await transaction.query(lockBlocks, [cloudId, userId]);
    const rows = await transaction.query(insertBlock, [cloudId, userId, blockedId, now, maxBlocks]);
    return rows.length > 0 ? 'blocked' : 'too-many';
  });
}

export async function removeBlock(
  database: Queries,
  cloudId: string,
  userId: string,
  blockedId: string,
): Promise<void> {
  await database.query(deleteBlock, [cloudId, userId, blockedId]);
}
