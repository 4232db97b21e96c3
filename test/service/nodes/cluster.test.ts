import { openPostgres } from '../../../src/service/store/engine/postgres-database';
import { type MigrationError, migrate } from '../../../src/service/store/migrations/migrate';
import { type Migration, migrations } from '../../../src/service/store/migrations/migrations';
import { distributeStore, migrateStore } from '../../../src/service/store/open-store';
import { askServer, asOwner, at as atNode, limitOwner, listNodes } from '../../shared/citus/create-distributed';
import { describeOnCitus } from '../../shared/citus/describe-on-citus';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';

jest.setTimeout(300_000);

const at = (url: string) => ({ url, connections: 4, statementTimeout: 60_000 });
const names = migrations.map(({ name }) => name);

describeOnPostgres('tables on one server', (server) => {
  test('are not spread: what is missing is said, and they are to be there first', async () => {
    const url = await server.createDatabase();
    const refused = async () => String(await distributeStore(at(url)).catch((error: MigrationError) => error.message));
    expect(await refused()).toContain(`The store lacks migrations of this version (${names.join(', ')})`);
    await migrateStore({ server: at(url) }, new Date(0));
    expect(await refused()).toBe(
      'The database has no extension "citus": its tables stay on one server. On the coordinator of a Citus cluster, make it first: create extension citus.',
    );
  });
});

describeOnCitus('tables on a Citus cluster', (server) => {
  const listTables = async (url: string) => {
    const sql = `select c.relname as name, p.partmethod is not null as "isSpread", p.colocationid as beside
      from pg_class c left join pg_dist_partition p on p.logicalrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`;
    return askServer<{ name: string; isSpread: boolean; beside: number | null }>(url, sql);
  };
  const registries = ['instance_secret', 'migration', 'migration_lock', 'oauth_client', 'signing_key'];

  test('are spread, all of a site on one server, but for those above sites; again there is nothing to do', async () => {
    const url = await server.createEmpty();
    await migrateStore({ server: at(url) }, new Date(0));
    const site = `'11111111-1111-4111-8111-111111111111'`;
    await askServer(url, `insert into retention (cloud_id, days) values (${site}, 7)`);
    const made = await distributeStore(at(url));
    const tables = await listTables(url);
    expect(tables.filter(({ isSpread }) => !isSpread).map(({ name }) => name)).toEqual(registries);
    expect(made.sort()).toEqual(tables.flatMap(({ name, isSpread }) => (isSpread ? [`public.${name}`] : [])));
    expect(new Set(tables.flatMap(({ beside }) => beside ?? [])).size).toBe(1);
    expect(await distributeStore(at(url))).toEqual([]);
    expect(await askServer(url, 'select days from retention')).toEqual([{ days: 7 }]);
    // Of the coordinator's own files, as it would show them once the tables were put together again.
    const [left] = await askServer<{ bytes: string }>(url, `select pg_relation_size('retention') as bytes`);
    expect(Number(left?.bytes)).toBe(0);
  });

  test('take as long as they take, past what every server gives a statement', async () => {
    const url = await server.createEmpty();
    const longer = '(pg_sleep(4)::text is not null)';
    const hurried = { url: asOwner(url), connections: 2, statementTimeout: 1_000 };
    await migrateStore({ server: at(asOwner(url)) }, new Date(0));
    await askServer(url, `insert into retention (cloud_id, days) values (gen_random_uuid(), 7)`);
    await askServer(url, `alter table retention add constraint long check ${longer} not valid`);
    for (const node of await listNodes(url)) await limitOwner(atNode(url, node), 'statement_timeout', '1s');
    expect(await distributeStore(hurried)).toContain('public.retention');
    const later = { name: '9999-later', sql: `alter table retention add constraint longer check ${longer}` };
    (migrations as Migration[]).push(later);
    try {
      expect(await migrateStore({ server: hurried }, new Date(0))).toEqual([later.name]);
    } finally {
      (migrations as Migration[]).pop();
    }
  });

  test('are spread as a later migration makes them, and changed where they are', async () => {
    const url = await server.createDatabase();
    const before = await listTables(url);
    const undone = [
      ...['0005-names', '0010-blocks', '0013-drafts', '0014-follow-up'],
      ...['0015-reports', '0017-beside', '0019-mentions'],
    ];
    for (const sql of [
      'drop table draft, reaction, reminder, report, client_use, mention',
      'alter table message drop column is_reacted, drop column awaits_answer',
      'alter table message drop column is_removed, drop column notice_details',
      'alter table conversation drop column has_questions, drop column issue_id, drop column issue_key',
      'alter table preference drop column mentions_pass_mute',
      'drop index block_blocked',
      'drop index conversation_public_name',
      'drop index if exists conversation_name',
      'drop extension if exists pg_trgm',
      'create index conversation_public on conversation (cloud_id)',
      `delete from migration where name in ('${undone.join(`', '`)}')`,
    ]) {
      await askServer(url, sql);
    }
    const database = openPostgres(at(url));
    expect(await migrate(database, new Date(0))).toEqual(undone);
    await database.close();
    expect(await listTables(url)).toEqual(before);
  });
});
