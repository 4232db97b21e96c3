import { resolve } from 'node:path';
import type { Config } from '../../config/config';
import { lockDataDirectory } from '../../data-directory/lock-data-directory';
import { hasStore } from '../../store/engine/has-store';
import type { ObserveStatement } from '../../store/engine/observed-database';
import { openStore, type Store } from '../../store/open-store';
import { systemClock } from '../../store/system-clock';
import { UsageError } from '../terminal/usage-error';

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
 * @throws DirectoryLocked, DirectoryUnusable, CertificateUnusable, MigrationError, StoreUnavailable
 */
export async function openConfiguredStore(config: StoreConfig, observe?: ObserveStatement): Promise<ConfiguredStore> {
  const clock = { ...systemClock, ...(observe && { observe }) };
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

/**
 * As `openConfiguredStore`, and makes nothing: a command in another directory or environment than the service's would
 * otherwise work on a new store, and say that all went well.
 * @throws UsageError where there is no store yet, and what `openConfiguredStore` throws.
 */
export async function openExistingStore(config: StoreConfig): Promise<ConfiguredStore> {
  if (!config.database && !hasStore(config.dataDir)) {
    const place = resolve(config.dataDir);
    throw new UsageError(`There is no store at ${place}: set ASIDE_DATA_DIR or DATABASE_URL as the service has it.`);
  }
  return openConfiguredStore(config);
}
