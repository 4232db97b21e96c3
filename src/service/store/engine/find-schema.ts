import type { Statement } from './database';

/**
 * Where the tables are: in the one schema that has them, whatever the session's `search_path`; of several, in the one that
 * it names first. Where nothing was made yet, they go where it leads, else into `public`. `extension_path` is where
 * pg_trgm is, for a migration.
 */
export const selectSchema: Statement = {
  name: 'select-schema',
  text: `
  select coalesce(s.name, pg_catalog.quote_ident(pg_catalog.current_schema()), 'public') as name,
    coalesce(s.rank is null and s.others > 0, false) as is_ambiguous,
    (select pg_catalog.quote_ident(n.nspname) from pg_catalog.pg_extension e
     join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm') as extension_schema,
    exists (select 1 from pg_catalog.pg_extension e where e.extname = 'citus') as is_cluster
  from (values (1)) as one (n)
  left join (
    select pg_catalog.quote_ident(n.nspname) as name, count(*) over () - 1 as others,
      pg_catalog.array_position(pg_catalog.current_schemas(false), n.nspname) as rank
    from pg_catalog.pg_class l
    join pg_catalog.pg_class m on m.relnamespace = l.relnamespace and m.relname = 'migration'
    join pg_catalog.pg_namespace n on n.oid = l.relnamespace
    where l.relname = 'migration_lock'
    order by rank nulls last
    limit 1
  ) s on true`,
};

export interface SchemaRow {
  readonly name: string;
  /** Several have such tables, and nothing says which are meant. */
  readonly is_ambiguous: boolean;
  readonly extension_schema: string | null;
  /** Tables may be spread over other servers. */
  readonly is_cluster: boolean;
}
