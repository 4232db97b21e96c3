import type { Database, Transaction } from '../../../src/service/store/engine/database';
import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { migrate } from '../../../src/service/store/migrations/migrate';
import { migrations } from '../../../src/service/store/migrations/migrations';
import { migrateStore } from '../../../src/service/store/open-store';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { whileUncommitted } from './while-uncommitted';

const names = migrations.map(({ name }) => name);
const atOnce = 6;
const serverAt = (url: string) => ({ url, connections: 2, statementTimeout: 10_000 });

/** The tables that another migrator is about to commit: what it made first, and what it makes next. */
const first = 'create table migration (name text primary key, checksum text not null, applied_at timestamptz not null)';
const second = 'create table migration_lock (id integer primary key)';

describeOnPostgres('migrators that start at once on an empty database', (server) => {
  const migrateAtOnce = (url: string) =>
    Promise.all(Array.from({ length: atOnce }, () => migrateStore({ server: serverAt(url) }, new Date())));

  test.each([
    ['of migrations', [], first],
    ['of the lock', [first], second],
  ])('all come through when each has begun to make the table %s beside one more', async (_what, made, making) => {
    const url = await server.createDatabase();
    const database = openPostgres(serverAt(url));
    for (const script of made) await database.transaction((transaction) => transaction.run(script));
    await database.close();
    const applied = await whileUncommitted(url, { text: making, values: [] }, () => migrateAtOnce(url), atOnce);
    expect(applied.flat().sort()).toEqual(names);
  });

  // How far the other one has come decides what the engine says. 42710 is said between two looks at the catalogue, too
  // short a time for a test to meet.
  test.each(['23505', '42P07', '42710'])('one that is told %s looks again, and not for ever', async (state) => {
    const database = openPostgres(serverAt(await server.createDatabase()));
    expect(await migrate(collidingOn(database, state, 1), new Date())).toEqual(names);
    await database.close();

    const never = openPostgres(serverAt(await server.createDatabase()));
    await expect(migrate(collidingOn(never, state, 99), new Date())).rejects.toThrow(
      'The store cannot be migrated: already exists.',
    );
    await never.close();
  });
});

/** The engine, which refuses so many transactions with this state. */
function collidingOn(database: Database, state: string, times: number): Database {
  let left = times;
  const collide = (transaction: Transaction) =>
    transaction.run(`do $$ begin raise exception 'already exists' using errcode = '${state}'; end $$`);
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (transaction) => {
        left -= 1;
        if (left >= 0) await collide(transaction);
        return work(transaction);
      }),
  };
}
