/** Names of groups are found fast: docs/decisions/0005-names-by-trigrams.md. */
export const names = {
  name: '0005-names',
  sql: `
-- Public groups in the order of their names. No column of it changes with a send, so that a send touches no index.
create index conversation_public_name on conversation (cloud_id, name_key, id)
  where low_id is null and privacy = 'public';
drop index conversation_public;

-- A part of a name. The extension belongs to PostgreSQL's own "contrib" programs; where an engine lacks it, or the
-- database's user may not create it, the same statements read all of a site's public groups instead.
do $$ begin
  create extension if not exists pg_trgm;
  create index conversation_name on conversation using gin (name_key gin_trgm_ops) where low_id is null;
exception when feature_not_supported or undefined_file or insufficient_privilege or undefined_object then
  raise notice 'names are found without pg_trgm';
end $$;
`,
};
