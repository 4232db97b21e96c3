import type { Page, PageQuery } from '../../conversation/people-store';
import type { Queries } from '../engine/database';

export const selectBlocks = {
  name: 'select-blocks',
  text: `
  select b.blocked_id, b.blocked_at
  from block b
  where b.cloud_id = $1 and b.user_id = $2 and b.blocked_id > $3
  order by b.blocked_id
  limit $4`,
};

export const insertBlock = {
  name: 'insert-block',
  text: `
  insert into block (cloud_id, user_id, blocked_id, blocked_at) values ($1, $2, $3, $4)
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
  const rows = await database.query<{ blocked_id: string; blocked_at: Date }>(selectBlocks, parameters);
  const values = rows.slice(0, limit).map((row) => ({ id: row.blocked_id, blocked: row.blocked_at.toISOString() }));
  const last = values.at(-1);
  return { values, next: rows.length > limit && last ? { key: last.id, id: '' } : null };
}

export async function addBlock(
  database: Queries,
  now: Date,
  cloudId: string,
  userId: string,
  blockedId: string,
): Promise<void> {
  await database.query(insertBlock, [cloudId, userId, blockedId, now]);
}

export async function removeBlock(
  database: Queries,
  cloudId: string,
  userId: string,
  blockedId: string,
): Promise<void> {
  await database.query(deleteBlock, [cloudId, userId, blockedId]);
}
