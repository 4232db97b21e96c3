import { mkdir } from 'node:fs/promises';
import type { Clock } from './engine/clock';
import type { Database } from './engine/database';
import { engineDirectory } from './engine/engine-directory';
import { requireEngine } from './engine/engine-state';
import { type ObserveStatement, observeDatabase } from './engine/observed-database';
import { openPostgres } from './engine/postgres-database';
import type { PostgresOptions } from './engine/postgres-options';
import { distribute, migrate, requireMigrated } from './migrations/migrate';
import type { Store } from './store';
import { storeOver } from './store-over';

export type { PostgresOptions, Store };

/** Whether the store is brought up to this version as it is opened, or has to be so already. */
export type MigrateMode = 'on-start' | 'off';

/** An embedded store. The caller holds the directory's lock (`lockDataDirectory`); `memory` keeps nothing and needs none. */
export interface EmbeddedPlace {
  readonly dataDir: string | 'memory';
}

/** A PostgreSQL server, which any number of processes may use at once. */
export interface ServerPlace {
  readonly server: PostgresOptions;
}

export type StorePlace = EmbeddedPlace | ServerPlace;

export type StoreOptions = Clock & StorePlace & { readonly migrate?: MigrateMode; readonly observe?: ObserveStatement };

/**
 * Opens the store, with its tables at this version; unless told otherwise, it brings them there.
 * @throws MigrationError when the tables are not ones that this version can work with; StoreUnavailable.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openDatabase(options);
  return openStoreOn(options.observe ? observeDatabase(database, options.observe) : database, options, options.migrate);
}

/** Over any engine; it is closed again when its tables cannot be used. */
export async function openStoreOn(database: Database, clock: Clock, mode: MigrateMode = 'on-start'): Promise<Store> {
  try {
    await requireEngine(database);
    if (mode === 'on-start') await migrate(database, clock.now());
    else await requireMigrated(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return storeOver(database, clock);
}

/**
 * Brings the tables up to this version and resolves with the names of the migrations that were applied.
 * @throws MigrationError, StoreUnavailable
 */
export async function migrateStore(place: StorePlace, now: Date): Promise<string[]> {
  const database = await openDatabase(place);
  try {
    await requireEngine(database);
    return await migrate(database, now);
  } finally {
    await database.close();
  }
}

/**
 * Spreads the tables of a server that were brought up to this version over the servers of its Citus cluster. Resolves with
 * their names, none where it is done already.
 * @throws MigrationError where the database lacks the extension or migrations; StoreUnavailable.
 */
export async function distributeStore(server: PostgresOptions): Promise<string[]> {
  const database = openPostgres(server);
  try {
    await requireEngine(database);
    return await distribute(database);
  } finally {
    await database.close();
  }
}

async function openDatabase(place: StorePlace): Promise<Database> {
  if ('server' in place) return openPostgres(place.server);
  // Loaded only where it is used: a node on a server would keep it in memory for nothing.
  const { openPGlite } = await import('./engine/pglite-database');
  if (place.dataDir === 'memory') return openPGlite('memory');
  const directory = engineDirectory(place.dataDir);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return openPGlite(directory);
}
