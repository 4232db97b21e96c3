/**
 * What is asked about an engine that spreads tables over several servers: Citus, an extension of PostgreSQL. Only the
 * first one is asked of every engine.
 */

/** Whether this database has the extension at all. */
export const selectExtension = {
  name: 'select-extension',
  text: `select exists (select 1 from pg_catalog.pg_extension e where e.extname = 'citus') as is_there`,
};

/**
 * The tables whose key begins with the site, in the schema of our own records: how SQL writes each, which others of them
 * it refers to, and whether it is distributed already.
 */
export const selectSiteTables = {
  name: 'select-site-tables',
  text: `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, p.logicalrelid is not null as is_distributed, array(
    select pg_catalog.format('%I.%I', n.nspname, o.relname)
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class o on o.oid = k.confrelid
    where k.conrelid = c.oid and k.contype = 'f'
  ) as refers_to
  from migration_lock l
  join pg_catalog.pg_class r on r.oid = l.tableoid
  join pg_catalog.pg_namespace n on n.oid = r.relnamespace
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind = 'r'
  join pg_catalog.pg_index i on i.indrelid = c.oid and i.indisprimary
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'cloud_id'
  left join pg_catalog.pg_dist_partition p on p.logicalrelid = c.oid and p.partmethod = 'h'
  order by c.relname`,
};

/** A table is spread by the site, its shards beside those of the table $2; alone at first. */
export const distributeTable = {
  name: 'distribute-table',
  text: `select pg_catalog.create_distributed_table($1::regclass, 'cloud_id', colocate_with => $2) is null as is_done`,
};

/** What the table held before it was spread stays in its old place as well, unseen, until this. */
export const truncateLocal = {
  name: 'truncate-local',
  text: 'select pg_catalog.truncate_local_data_after_distributing_table($1::regclass) is null as is_done',
};

/** The servers that hold shards. */
export const selectWorkers = {
  name: 'select-workers',
  text: `
  select w.nodeid as id, w.nodename as host, w.nodeport as port
  from pg_catalog.pg_dist_node w
  where w.isactive and w.shouldhaveshards and w.noderole = 'primary'
  order by w.nodeid`,
};

export const reachWorker = {
  name: 'reach-worker',
  text: 'select pg_catalog.citus_check_connection_to_node($1, $2::integer) as is_reached',
};

/** Asks each shard of the table $1 apart, in whose place the command $2 has `%s`: one that is away answers for none but itself. */
export const askShards = {
  name: 'ask-shards',
  text: 'select s.success as is_answered, s.result from pg_catalog.run_command_on_shards($1::regclass, $2) s',
};
