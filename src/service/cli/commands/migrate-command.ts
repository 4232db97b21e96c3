import { lockDataDirectory } from '../../data-directory/lock-data-directory';
import { migrations } from '../../store/migrations/migrations';
import { distributeStore, migrateStore } from '../../store/open-store';
import { systemClock } from '../../store/system-clock';
import { handOver } from '../store-access/hand-over';
import type { StoreConfig } from '../store-access/open-configured-store';
import { UsageError } from '../terminal/usage-error';

/** The engines over whose servers tables can be spread. */
export const distributions = ['citus'] as const;

export interface MigrateWords {
  readonly distribute?: (typeof distributions)[number];
}

/**
 * `aside migrate`: brings the store's tables up to this version and prints a line for each migration that it applied. A
 * service that runs on an embedded store has applied its own at its start, and answers for them. With `distribute` it
 * spreads the tables over the servers of a cluster as well, with a line for each.
 * @throws UsageError beside a service of an earlier version on an embedded store, and where such a store is to be
 * distributed; MigrationError, StoreUnavailable.
 */
export async function runMigrate(config: StoreConfig, { distribute }: MigrateWords = {}): Promise<void> {
  if (distribute !== undefined && !config.database) {
    throw new UsageError('--distribute is for a cluster: DATABASE_URL has to name its coordinator.');
  }
  const request = { command: 'migrate', names: migrations.map(({ name }) => name) };
  const applied = [await handOver(request, async () => ({ result: await applyAll(config) }))].flat();
  writeLines(applied, 'applied', 'nothing to apply');
  if (distribute === undefined || !config.database) return;
  writeLines(await distributeStore(config.database), 'distributed', 'nothing to distribute');
}

function writeLines(names: readonly unknown[], what: string, none: string): void {
  const lines = names.length > 0 ? names.map((name) => `${what} ${name}`) : [none];
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
