import type { NextSite } from '../../conversation/administration';
import { listReachableSites } from '../distribution/sites-by-shard';
import type { Database } from '../engine/database';
import { beforeAllIds } from '../rows/outer-ids';

/** Whoever chose, blocked, began to write, or sent in vain may be in no conversation; members and former ones are in one. */
const tables = ['conversation', 'preference', 'block', 'draft', 'idempotency', 'send_count'];

const parts = tables.map(
  (table) => `
    (select t.cloud_id from ${table} t where t.cloud_id > $1 order by t.cloud_id limit 1)`,
);

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Above sites, one step at a time along each key: which there are, and nothing of what is in them. */
export const selectNextSite = {
  name: 'select-next-site',
  text: `select k.cloud_id from (${parts.join(' union all ')}) k order by k.cloud_id limit 1`,
};

export async function nextSite(database: Database, afterCloudId: string | null): Promise<NextSite> {
  const after = afterCloudId ?? beforeAllIds;
  if (!isUuid.test(after)) throw new Error('A site is a UUID.');
  const ask = async () => {
    const rows = await database.query<{ cloud_id: string }>(selectNextSite, [after]);
    return rows.map((row) => row.cloud_id);
  };
  const where = `t.cloud_id > '${after}'`;
  const reachable = tables.map((table) => ({ table, where, limit: 1 }));
  const { cloudIds, isWhole } = await listReachableSites(database, ask, reachable);
  return { cloudId: cloudIds[0] ?? null, isWhole };
}
