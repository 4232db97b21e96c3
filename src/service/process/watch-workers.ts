import { StoreUnavailable } from '../errors/store-unavailable';
import type { LookLog } from '../purge/start-looking';
import { startLooking } from '../purge/start-looking';

/** Milliseconds between two looks at the servers of a cluster. */
const lookEvery = 10_000;

interface WorkerStore {
  workers(): Promise<readonly { readonly id: number; readonly isReached: boolean }[] | null>;
}

/** How many servers of the cluster answered the last time, and the numbers of the others. */
export interface WorkerState {
  readonly reached: number;
  readonly unreached: readonly number[];
}

export interface WorkerWatch {
  /** Null where the tables are not spread, or nothing is known yet. */
  state(): WorkerState | null;
  /** Looks at once. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Asks now and then which servers of the cluster are there: whoever asks this process is answered from what it knows, so
 * that no stranger makes it ask. Each change is logged.
 */
export function watchWorkers(store: WorkerStore, log: LookLog): WorkerWatch {
  let state: WorkerState | null = null;
  const work = async () => {
    const workers = await askQuietly(store);
    if (workers === undefined) return;
    const unreached = workers?.flatMap(({ id, isReached }) => (isReached ? [] : [id])) ?? [];
    const before = state?.unreached.join() ?? '';
    state = workers && { reached: workers.length - unreached.length, unreached };
    if (unreached.join() === before) return;
    if (unreached.length > 0) log.warn({ workers: unreached }, 'workers of the store unreached');
    else log.info({}, 'workers of the store reached again');
  };
  const looking = startLooking({ work, log, failure: 'workers of the store not asked', every: lookEvery });
  return { ...looking, state: () => state };
}

/** Undefined where the store is away as a whole, which every request tells of. */
async function askQuietly(store: WorkerStore) {
  try {
    return await store.workers();
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined;
    throw error;
  }
}
