import type { Config } from '../config';
import { lockDataDirectory } from '../data-directory/lock-data-directory';
import { newMessageId } from '../store/message-id';
import type { ObserveStatement } from '../store/observed-database';
import { openStore, type Store } from '../store/open-store';

/** What of the configuration says where messages are kept. */
export type StoreConfig = Pick<Config, 'database' | 'dataDir' | 'migrate'>;

export interface ConfiguredStore {
  readonly store: Store;
  /** Locked by this process, which then listens in it for commands; null on a server, which has no single owner. */
  readonly directory: string | null;
  /** Closes the store, and gives the directory back. */
  close(): Promise<void>;
}

/**
 * Opens the store that the configuration names: on the PostgreSQL server, or in the data directory, under its lock.
 * @throws DirectoryLocked, MigrationError, StoreUnavailable
 */
export async function openConfiguredStore(config: StoreConfig, observe?: ObserveStatement): Promise<ConfiguredStore> {
  const clock = { now: () => new Date(), newId: newMessageId, ...(observe && { observe }) };
  const { database: server, migrate } = config;
  if (server) {
    const store = await openStore({ server, migrate, ...clock });
    return { store, directory: null, close: () => store.close() };
  }
  const lock = await lockDataDirectory(config.dataDir);
  try {
    const store = await openStore({ dataDir: lock.directory, migrate, ...clock });
    return {
      store,
      directory: lock.directory,
      close: async () => {
        await store.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
