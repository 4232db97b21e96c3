import { lockDataDirectory } from '../data-directory/lock-data-directory';
import { migrateStore, type StorePlace } from '../store/open-store';
import type { StoreConfig } from './open-configured-store';

/**
 * `aside migrate`: brings the store's tables up to this version and prints a line for each migration that it applied.
 * @throws DirectoryLocked beside a running service on an embedded store; MigrationError, StoreUnavailable.
 */
export async function runMigrate({ database: server, dataDir }: StoreConfig): Promise<void> {
  if (server) return applyAll({ server });
  const lock = await lockDataDirectory(dataDir);
  try {
    await applyAll({ dataDir: lock.directory });
  } finally {
    await lock.release();
  }
}

async function applyAll(place: StorePlace): Promise<void> {
  const applied = await migrateStore(place, new Date());
  const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply'];
  process.stdout.write(`${lines.join('\n')}\n`);
}
