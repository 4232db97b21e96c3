import type { Queries } from '../engine/database';
import { beforeAllIds } from './walk-conversations';

/** Whoever chose, blocked, began to write, or sent in vain may be in no conversation; members and former ones are in one. */
const tables = ['conversation', 'preference', 'block', 'draft', 'idempotency', 'send_count'];

const parts = tables.map(
  (table) => `
    (select t.cloud_id from ${table} t where t.cloud_id > $1 order by t.cloud_id limit 1)`,
);

/** Above sites, one step at a time along each key: which there are, and nothing of what is in them. */
export const selectNextSite = {
  name: 'select-next-site',
  text: `select k.cloud_id from (${parts.join(' union all ')}) k order by k.cloud_id limit 1`,
};

export async function nextSite(database: Queries, afterCloudId: string | null): Promise<string | null> {
  const [row] = await database.query<{ cloud_id: string }>(selectNextSite, [afterCloudId ?? beforeAllIds]);
  return row?.cloud_id ?? null;
}
