import { readdirSync } from 'node:fs';
import { readResidentMemory } from '../measuring/processor-time';
import type { Stage } from '../stage';

/** What is kept somewhere and could grow: bytes, and numbers. Null where the machine does not tell. */
export interface SoakLook {
  /** Bytes that the node holds. */
  readonly memory: number | null;
  /** Files and connections that the node has open. */
  readonly handles: number | null;
  /** Bytes of PostgreSQL's log, from its beginning. */
  readonly walBytes: number;
  readonly deadRows: number;
  /** Bytes of the database on disk. */
  readonly databaseBytes: number;
  readonly messages: number;
}

/** One part of a soak. */
export interface SoakSample extends SoakLook {
  /** Since the beginning. */
  readonly minute: number;
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Messages that were acknowledged and are not there. */
  readonly missing: number;
  /** How many answers had which status, where another one was right. */
  readonly refused: Readonly<Record<string, number>>;
}

const look = {
  name: 'look-at-soak',
  text: `
  select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal,
    (select coalesce(sum(n_dead_tup), 0)::bigint from pg_stat_user_tables) as dead,
    pg_database_size(current_database()) as size,
    (select count(*) from message where cloud_id = $1) as messages`,
};

export async function lookAtSoak({ database, small, nodes: [node] }: Stage): Promise<SoakLook> {
  const [row] = await database.query<{ wal: number; dead: number; size: number; messages: number }>(look, [
    small.cloudId,
  ]);
  if (!row) throw new Error('PostgreSQL told nothing of itself.');
  return {
    memory: readResidentMemory(node.pid),
    handles: process.platform === 'linux' ? readdirSync(`/proc/${node.pid}/fd`).length : null,
    walBytes: row.wal,
    deadRows: row.dead,
    databaseBytes: row.size,
    messages: row.messages,
  };
}
