import { lockDataDirectory } from '../../data-directory/lock-data-directory';
import { migrations } from '../../store/migrations/migrations';
import { migrateStore } from '../../store/open-store';
import { systemClock } from '../../store/system-clock';
import { handOver } from '../store-access/hand-over';
import type { StoreConfig } from '../store-access/open-configured-store';

/**
 * `aside migrate`: brings the store's tables up to this version and prints a line for each migration that it applied. A
 * service that runs on an embedded store has applied its own at its start, and answers for them.
 * @throws UsageError beside a service of an earlier version on an embedded store; MigrationError, StoreUnavailable.
 */
export async function runMigrate(config: StoreConfig): Promise<void> {
  const request = { command: 'migrate', names: migrations.map(({ name }) => name) };
  const applied = [await handOver(request, async () => ({ result: await applyAll(config) }))].flat();
  const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply'];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function applyAll({ database: server, dataDir }: StoreConfig): Promise<string[]> {
  if (server) return migrateStore({ server }, systemClock.now());
  const lock = await lockDataDirectory(dataDir);
  try {
    return await migrateStore({ dataDir: lock.directory }, systemClock.now());
  } finally {
    await lock.release();
  }
}
