import type { MigrationError } from '../../../src/service/store/migrations/migrate';
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
  /** Which tables there are and how they are spread, with all columns, indexes and constraints. */
  const describeTables = async (url: string) => {
    const ofPublic = `n.nspname = 'public' order by 1, 2`;
    const columns = `select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as "isNeeded", pg_get_expr(d.adbin, d.adrelid) as "default"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and c.relkind = 'r'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where ${ofPublic}`;
    const indexes = `select i.tablename as name, i.indexdef as text from pg_indexes i
      join pg_namespace n on n.nspname = i.schemaname where ${ofPublic}`;
    const constraints = `select c.conrelid::regclass::text as name, pg_get_constraintdef(c.oid) as text
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace and c.conrelid > 0 where ${ofPublic}`;
    const parts = [columns, indexes, constraints].map((sql) => askServer(url, sql));
    return [await listTables(url), ...(await Promise.all(parts))];
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

  test('spread by an early version take every later migration, and are what this version makes', async () => {
    const [url, asMade] = [await server.createEmpty(), await server.createDatabase()];
    const later = (migrations as Migration[]).splice(names.indexOf('0005-names'));
    try {
      await migrateStore({ server: at(asOwner(url)) }, new Date(0));
      await distributeStore(at(asOwner(url)));
    } finally {
      (migrations as Migration[]).push(...later);
    }
    const [site, id] = ["'11111111-1111-4111-8111-111111111111'", "'22222222-2222-4222-8222-222222222222'"];
    await askServer(
      url,
      `insert into conversation (cloud_id, id, name, name_key, created_at, modified_at, last_activity_at)
       values (${site}, ${id}, 'Straße', 'straße', now(), now(), now())`,
    );
    const member = `(cloud_id, conversation_id, user_id, role, joined_at) values (${site}, ${id}, 'ann', 'owner', now())`;
    await askServer(url, `insert into member ${member}`);
    expect(await migrateStore({ server: at(asOwner(url)) }, new Date(0))).toEqual(later.map(({ name }) => name));
    expect(await describeTables(url)).toEqual(await describeTables(asMade));
    const sql = `select c.name_key as name, m.active_hour = c.active_hour and c.active_hour > 0 as "hasHour"
      from conversation c join member m on m.cloud_id = c.cloud_id and m.conversation_id = c.id`;
    expect(await askServer(url, sql)).toEqual([{ name: 'strasse', hasHour: true }]);
  });
});
