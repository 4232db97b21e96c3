import { lockDataDirectory } from '../../data-directory/lock-data-directory';
import { migrations } from '../../store/migrations/migrations';
import { migrateStore } from '../../store/open-store';
import { handOver } from '../store-access/hand-over';
import type { StoreConfig } from '../store-access/open-configured-store';
import { UsageError } from '../terminal/usage-error';

/**
 * `aside migrate`: brings the store's tables up to this version and prints a line for each migration that it applied. A
 * service that runs on an embedded store has applied its own at its start, and answers for them.
 * @throws UsageError beside a service of an earlier version on an embedded store; MigrationError, StoreUnavailable.
 */
export async function runMigrate(config: StoreConfig): Promise<void> {
  const request = { command: 'migrate', names: migrations.map(({ name }) => name) };
  const answer = await handOver(request, async () => ({ result: await applyAll(config) }));
  if ('error' in answer) throw new UsageError(answer.error);
  const applied = [answer.result].flat();
  const lines = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply'];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function applyAll({ database: server, dataDir }: StoreConfig): Promise<string[]> {
  if (server) return migrateStore({ server }, new Date());
  const lock = await lockDataDirectory(dataDir);
  try {
    return await migrateStore({ dataDir: lock.directory }, new Date());
  } finally {
    await lock.release();
  }
}
