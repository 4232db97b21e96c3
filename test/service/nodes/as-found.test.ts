import { Client } from 'pg';
import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import { EngineUnfit } from '../../../src/service/store/engine/engine-state';
import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { openStoreOn } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { aClaim, aMessage, aSite, aWindow } from '../../shared/store/builders';

jest.setTimeout(180_000);

describeOnPostgres('a database as it is found', (server) => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function administer(url: string, ...commands: string[]): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      for (const command of commands) await client.query(command);
    } finally {
      await client.end();
    }
  }

  async function open(url: string) {
    const database = openPostgres({ url, connections: 4, statementTimeout: 10_000 });
    closing.push(() => database.close());
    const store = await openStoreOn(database, { now: () => new Date(), newId: newMessageId });
    return { database, store };
  }

  const nameOf = (url: string) => `"${new URL(url).pathname.slice(1)}"`;

  test('that begins its transactions read-only is written to all the same', async () => {
    const url = await server.createDatabase();
    await administer(url, `alter database ${nameOf(url)} set default_transaction_read_only = on`);
    const { store } = await open(url);
    const cloudId = aSite();
    expect((await store.sendDirect(aMessage({ cloudId, claim: aClaim() }))).outcome).toBe('created');
    await store.openDirect(cloudId, 'alice', 'carol');
    expect((await store.readDirect(cloudId, 'alice', 'bob', aWindow())).values).toHaveLength(1);
  });

  test('keeps the tables in the schema where they were made, whatever the path says afterwards', async () => {
    const url = await server.createDatabase();
    await administer(url, 'create schema "Own place"', `alter database ${nameOf(url)} set search_path = "Own place"`);
    const cloudId = aSite();
    await (await open(url)).store.sendDirect(aMessage({ cloudId }));
    for (const path of ['public', 'nowhere', `''`, 'pg_catalog']) {
      await administer(url, `alter database ${nameOf(url)} set search_path = ${path}`);
      const { store } = await open(url);
      expect([path, (await store.readDirect(cloudId, 'alice', 'bob', aWindow())).values.length]).toEqual([path, 1]);
    }
  });

  test('with several such schemas is refused with a sentence, unless its path says which', async () => {
    const url = await server.createDatabase();
    const lead = (schema: string) => administer(url, `alter database ${nameOf(url)} set search_path = ${schema}`);
    await administer(url, 'create schema one', 'create schema two');
    await lead('one');
    await open(url);
    const records = ['migration', 'migration_lock'].map(
      (name) => `create table two.${name} (like one.${name} including all)`,
    );
    await administer(url, ...records);
    await lead('two');
    const { store } = await open(url);
    await store.sendDirect(aMessage({ cloudId: aSite() }));
    await lead('public');
    await expect(open(url)).rejects.toThrow(EngineUnfit);
    await expect(open(url)).rejects.toThrow('Several schemas of the database hold tables of this service.');
  });

  test.each(['XX000', '0A000', '42501', '57014', 'P0001'])(
    'whose commit fails with %s may have kept it: that is the store being away, and never a fault',
    async (code) => {
      const { database, store } = await open(await server.createDatabase());
      await database.transaction((transaction) =>
        transaction.run(`
          create function fail() returns trigger language plpgsql as
            $$ begin raise exception 'could not commit' using errcode = '${code}'; end $$;
          create constraint trigger fail after insert on audit deferrable initially deferred
            for each row execute function fail();`),
      );
      const changed = store.setRetention(aSite(), 30, 'cli:test');
      await expect(changed).rejects.toThrow(StoreUnavailable);
      await store.ping();
    },
  );

  test('that refuses a commit for a constraint is told so, since nothing was kept', async () => {
    const { database, store } = await open(await server.createDatabase());
    await database.transaction((transaction) =>
      transaction.run(`
        create function refuse() returns trigger language plpgsql as
          $$ begin raise exception 'no' using errcode = '23514'; end $$;
        create constraint trigger refuse after insert on audit deferrable initially deferred
          for each row execute function refuse();`),
    );
    await expect(store.setRetention(aSite(), 30, 'cli:test')).rejects.toMatchObject({ code: '23514' });
  });

  test('is asked in vain by no statement while an empty one is migrated, which a pooler would not forget', async () => {
    const url = await server.createDatabase();
    const { store } = await open(url);
    await store.close();
    const client = new Client({ connectionString: url });
    await client.connect();
    closing.push(() => client.end());
    const text =
      'select xact_commit > 5 as is_told, xact_rollback from pg_stat_database where datname = current_database()';
    // What a connection has done is told when it ends, which is a moment later.
    let told = { is_told: false, xact_rollback: '' };
    while (!told.is_told) [told = told] = (await client.query<typeof told>(text)).rows;
    expect(told.xact_rollback).toBe('0');
  });

  test('gets a new connection after a statement that it could not read, since a pooler keeps its name', async () => {
    const { database } = await open(await server.createDatabase());
    const pid = { name: 'pid', text: 'select pg_backend_pid() as pid' };
    const [before] = await database.query(pid, []);
    await expect(database.query({ name: 'wrong', text: 'select 1 from nothing' }, [])).rejects.toMatchObject({
      code: '42P01',
    });
    const [after] = await database.query(pid, []);
    expect(after).not.toEqual(before);
  });
});
