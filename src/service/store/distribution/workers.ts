import type { Database, Queries } from '../engine/database';
import { isDistributed } from './distribute';
import { reachWorker, selectWorkers } from './distribution.sql';

/** A server that holds the rows of some of the sites. `id` is its number within the cluster. */
export interface Worker {
  readonly id: number;
  readonly host: string;
  readonly port: number;
  /** Whether the server that is asked for everything reaches it. */
  readonly isReached: boolean;
}

/** A worker that says nothing at all is given up after so long. */
const patience = `set local citus.node_connection_timeout = '2s'`;

/** Null where the tables of this store are not spread. @throws StoreUnavailable where the engine as a whole is away. */
export async function listWorkers(database: Database): Promise<readonly Worker[] | null> {
  if (database.kind !== 'postgresql' || !(await isDistributed(database))) return null;
  return database.transaction(async (transaction) => {
    await transaction.run(patience);
    const workers: Worker[] = [];
    for (const worker of await transaction.query<Omit<Worker, 'isReached'>>(selectWorkers, [])) {
      workers.push({ ...worker, isReached: await isReached(transaction, worker) });
    }
    return workers;
  });
}

async function isReached(queries: Queries, { host, port }: Omit<Worker, 'isReached'>): Promise<boolean> {
  const [row] = await queries.query<{ is_reached: boolean }>(reachWorker, [host, port]);
  return row?.is_reached ?? false;
}
