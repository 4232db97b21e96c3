import { createHash } from 'node:crypto';
import { StoreUnavailable } from '../../errors/store-unavailable';
import { canDistribute, distributeTables, isDistributed } from '../distribution/distribute';
import type { Database, Queries, Transaction } from '../engine/database';
import { duplicateObject, duplicateTable, sqlState, uniqueViolation } from '../engine/sql-state';
import { type Migration, migrations } from './migrations';
import { splitScript } from './split-script';

export const listMigrations = {
  name: 'list-migrations',
  text: 'select name, checksum from migration order by name',
};

/** A row where some schema has the tables of records, which are made together. */
export const findRecords = {
  name: 'find-records',
  text: `
  select 1
  from pg_catalog.pg_class l
  join pg_catalog.pg_class m on m.relnamespace = l.relnamespace and m.relname = 'migration'
  where l.relname = 'migration_lock'
  limit 1`,
};

export const recordMigration = {
  name: 'record-migration',
  text: 'insert into migration (name, checksum, applied_at) values ($1, $2, $3)',
};

/** Who waits here waits for another migrator, and may wait long. */
const waitForMigrators = `
  set local statement_timeout = 0;
  set local lock_timeout = '60s';
`;

const makeRecords = `
  ${waitForMigrators}
  create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null);
  create table if not exists migration_lock (id integer primary key);
  insert into migration_lock (id) values (1) on conflict (id) do nothing;
`;

/** Once it is this one's turn, no statement may wait long for people's work. */
const takeTurn = `
  ${waitForMigrators}
  select id from migration_lock where id = 1 for update;
  set local lock_timeout = '5s';
`;

/** A large table takes longer than any statement of the service may. */
const unhurried = { isUnhurried: true };

/** An extension of the engine can be made only where no server was changed beside another one before. */
const oneAfterTheOther = `set local citus.multi_shard_modify_mode = 'sequential'`;

/** The tables are not those that this version can work with. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the tables up to this version, each migration in a transaction of its own, one migrator at a time.
 * Resolves with the names of those that were applied.
 * @throws MigrationError when the store was written by a newer version, an applied migration has changed since, or the
 * engine refuses one; StoreUnavailable.
 */
export async function migrate(database: Database, now: Date): Promise<string[]> {
  if ((await listPending(database)).length === 0) return [];
  const applied: string[] = [];
  await explainRefusals(async () => {
    await prepareRecords(database);
    for (let name = await applyNext(database, now); name !== null; name = await applyNext(database, now)) {
      applied.push(name);
    }
  });
  return applied;
}

/**
 * Spreads the tables of this version over the servers of a Citus cluster, or what of them is not spread yet; later
 * migrations see to theirs themselves. Nobody may write meanwhile. Resolves with the tables' names.
 * @throws MigrationError where the database lacks the extension or migrations; StoreUnavailable.
 */
export async function distribute(database: Database): Promise<string[]> {
  await requireMigrated(database);
  if (!(await canDistribute(database))) {
    throw new MigrationError(
      'The database has no extension "citus": its tables stay on one server. On the coordinator of a Citus cluster, make it first: create extension citus.',
    );
  }
  return explainRefusals(() =>
    database.transaction(async (transaction) => {
      await transaction.run(takeTurn);
      await transaction.run(oneAfterTheOther);
      return distributeTables(transaction);
    }, unhurried),
  );
}

async function explainRefusals<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable || sqlState(error) === null) throw error;
    const reason = error instanceof Error ? error.message : 'no reason was given';
    throw new MigrationError(`The store cannot be migrated: ${reason}.`, { cause: error });
  }
}

/** The names of the migrations that the store lacks. @throws MigrationError as `migrate` does. */
export async function listPending(database: Queries): Promise<string[]> {
  return findPending(await listApplied(database)).map(({ name }) => name);
}

/** @throws MigrationError when the store lacks migrations, which names the command that applies them. */
export async function requireMigrated(database: Queries): Promise<void> {
  const pending = await listPending(database);
  if (pending.length === 0) return;
  throw new MigrationError(
    `The store lacks migrations of this version (${pending.join(', ')}). Apply them with "node bin/aside.cjs migrate", or at each start with ASIDE_MIGRATE=on-start.`,
  );
}

/** What the engine says to one of two that make the same table at once, by how far the other one has come. */
const collisions: ReadonlySet<string | null> = new Set([uniqueViolation, duplicateTable, duplicateObject]);

/** More than there are objects in `makeRecords`: who collides finds at least one more of them made. */
const mostCollisions = 10;

/** `if not exists` does not keep two at once from making the same table, so that the one that collides looks again. */
async function prepareRecords(database: Database): Promise<void> {
  for (let collided = 0; ; collided += 1) {
    try {
      return await database.transaction((transaction) => transaction.run(makeRecords));
    } catch (error) {
      if (collided === mostCollisions || !collisions.has(sqlState(error))) throw error;
    }
  }
}

async function applyNext(database: Database, now: Date): Promise<string | null> {
  return database.transaction(async (transaction) => {
    await transaction.run(takeTurn);
    const [next] = findPending(await listApplied(transaction));
    if (!next) return null;
    await carryOut(transaction, next);
    await transaction.query(recordMigration, [next.name, checksumOf(next), now]);
    return next.name;
  }, unhurried);
}

/** What is made where tables are spread is spread at once: a later statement may tie it to the others. */
async function carryOut(transaction: Transaction, { sql }: Migration): Promise<void> {
  const isSpread = await isDistributed(transaction);
  if (isSpread) await transaction.run(oneAfterTheOther);
  for (const statement of splitScript(sql)) {
    await transaction.run(statement);
    if (isSpread) await distributeTables(transaction);
  }
}

interface AppliedRow {
  readonly name: string;
  readonly checksum: string;
}

async function listApplied(database: Queries): Promise<AppliedRow[]> {
  // Asked first: a pooler takes a statement that could not be read for given.
  const isMade = (await database.query(findRecords, [])).length > 0;
  return isMade ? database.query<AppliedRow>(listMigrations, []) : [];
}

function findPending(applied: readonly AppliedRow[]): Migration[] {
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  const pending = migrations.filter((migration) => {
    const checksum = checksums.get(migration.name);
    checksums.delete(migration.name);
    if (checksum !== undefined && checksum !== checksumOf(migration)) {
      throw new MigrationError(
        `Migration ${migration.name} of this version is not the one that made this store: one of the two was changed, or is no release. Start the version that made it, or restore a backup of this one.`,
      );
    }
    return checksum === undefined;
  });
  const [unknown] = checksums.keys();
  if (unknown !== undefined) {
    throw new MigrationError(
      `The store was made by a newer version: it has the migration ${unknown}, which this version does not know. Start that version, or a later one.`,
    );
  }
  return pending;
}

function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
