import { StoreUnavailable } from '../../errors/store-unavailable';
import type { Database } from '../engine/database';
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

type Place = Omit<Worker, 'isReached'>;

/**
 * A worker that says nothing is given up after so long, whether it lets nobody in or is frozen in the middle of a
 * connection. Both are below any time after which the coordinator itself is given up.
 */
const patience = `set local citus.node_connection_timeout = '1500ms'; set local statement_timeout = '2s'`;

/** Null where the tables of this store are not spread. @throws StoreUnavailable where the engine as a whole is away. */
export async function listWorkers(database: Database): Promise<readonly Worker[] | null> {
  if (database.kind !== 'postgresql' || !(await isDistributed(database))) return null;
  const workers: Worker[] = [];
  for (const worker of await database.query<Place>(selectWorkers, [])) {
    // The first time may be over a connection of before the worker was started again.
    const isReached = (await reach(database, worker)) ?? (await reach(database, worker)) ?? false;
    workers.push({ ...worker, isReached });
  }
  return workers;
}

/** In a transaction of its own: one that is cut ends it. Null where there is no way, false where nothing is said. */
async function reach(database: Database, { host, port }: Place): Promise<boolean | null> {
  try {
    return await database.transaction(async (transaction) => {
      await transaction.run(patience);
      const [row] = await transaction.query<{ is_reached: boolean }>(reachWorker, [host, port]);
      return row?.is_reached ? true : null;
    });
  } catch (error) {
    if (error instanceof StoreUnavailable && error.reason === 'slow') return false;
    throw error;
  }
}
