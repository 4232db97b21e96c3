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

/** How many blocks there are, and whether this one is among them. */
export const countBlocks = {
  name: 'count-blocks',
  text: `
  select count(*) as blocks, coalesce(bool_or(b.blocked_id = $3), false) as is_known
  from block b
  where b.cloud_id = $1 and b.user_id = $2`,
};

export const insertBlock = {
  name: 'insert-block',
  text: `
  insert into block (cloud_id, user_id, blocked_id, blocked_at)
  values ($1, $2, $3, $4)
  on conflict (cloud_id, user_id, blocked_id) do nothing`,
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
    const asked = [cloudId, userId, blockedId];
    const [found] = await transaction.query<{ blocks: number; is_known: boolean }>(countBlocks, asked);
    if (found?.is_known) return 'blocked';
    if ((found?.blocks ?? 0) >= maxBlocks) return 'too-many';
    await transaction.query(insertBlock, [...asked, now]);
    return 'blocked';
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
