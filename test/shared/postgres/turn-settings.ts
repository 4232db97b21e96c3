import { Client } from 'pg';

/**
 * What a role or a database may be set to, each to something else than what the service would be written for. Not among
 * them: what makes PostgreSQL promise less (`synchronous_commit`), or find less (`gin_fuzzy_search_limit`).
 */
const turned = {
  array_nulls: 'off',
  bytea_output: 'escape',
  client_encoding: 'LATIN1',
  client_min_messages: 'log',
  datestyle: `'SQL, DMY'`,
  default_transaction_deferrable: 'on',
  default_transaction_isolation: 'serializable',
  escape_string_warning: 'off',
  extra_float_digits: '-15',
  idle_in_transaction_session_timeout: `'1ms'`,
  intervalstyle: 'sql_standard',
  lc_monetary: `'C.UTF-8'`,
  lc_numeric: `'C.UTF-8'`,
  lc_time: `'C.UTF-8'`,
  lock_timeout: `'1ms'`,
  plan_cache_mode: 'force_generic_plan',
  quote_all_identifiers: 'on',
  row_security: 'off',
  search_path: 'nowhere',
  standard_conforming_strings: 'off',
  statement_timeout: `'1ms'`,
  timezone: `'Asia/Kolkata'`,
  transform_null_equals: 'on',
  xmlbinary: 'hex',
};

/**
 * Turns all settings of a database, for sessions that begin from now on. `make` is called then, with no schema that a
 * table could be made in by itself; afterwards every table has a namesake in the first schema that is looked into.
 */
export async function turnSettings(url: string, make: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
    const set = (settings: object) =>
      Object.entries(settings).map(([key, value]) => `alter database ${name} set ${key} = ${value}`);
    await client.query(set(turned).join('; '));
    await make();
    await client.query('create schema decoy');
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^migration'`,
    );
    for (const row of rows) await client.query(`create table decoy.${row.name} (like public.${row.name})`);
    await client.query(set({ search_path: 'decoy' }).join('; '));
  } finally {
    await client.end();
  }
}
