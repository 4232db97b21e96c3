/** Steps of a statement that lists: what is looked for first, of the caller $2 on the site $1. */

/**
 * The conversations where the caller has drafts, which are in at most as many places as one may have. A draft to someone is kept
 * by that account, whose conversation with the caller is found by its ends.
 */
export const foundByDrafts = `begun as materialized (
    select distinct d.place_kind, d.place_id from draft d where d.cloud_id = $1 and d.user_id = $2
  ), found as materialized (
    select f.* from begun b cross join lateral (
      select c.* from conversation c
      where c.cloud_id = $1 and c.low_id = least(b.place_id, $2) and c.high_id = greatest(b.place_id, $2)
      limit 1
    ) f
    where b.place_kind = 'user'
    union all
    select f.* from begun b cross join lateral (
      select c.* from conversation c
      where c.cloud_id = $1 and c.id = case when b.place_kind = 'conversation' then b.place_id::uuid end
      limit 1
    ) f
    where b.place_kind = 'conversation'
  ),`;

/** Their ids begin with these words; `;` is the sign after `:`. */
const programs = [
  ['app:', 'app;'],
  ['client:', 'client;'],
] as const;

const isProgram = (column: string) =>
  programs.map(([from, to]) => `(${column} >= '${from}' and ${column} < '${to}')`).join(' or ');

/**
 * The direct conversations of the caller with programs, which are few beside those with people: where the caller is the
 * lower end by the key of both ends, else by an index that holds no others (`conversation_of_program`), whose condition
 * stands here as the migration has it.
 */
export const foundByPrograms = `found as materialized (
    ${programs
      .map(
        ([from, to]) => `select c.* from conversation c
    where c.cloud_id = $1 and c.low_id = $2 and c.high_id >= '${from}' and c.high_id < '${to}'`,
      )
      .join(' union all ')}
    union all
    select c.* from conversation c
    where c.cloud_id = $1 and c.high_id = $2 and (${isProgram('c.low_id')})
  ),`;
