/**
 * A step of a statement that sends. It reads `given` and leaves in `barred` what its receiver does not take: one look
 * at the key of `block`, within the statement, so that no send that begins after a block gets through. `otherEnd` is
 * SQL for the receiver of `g`, null in a group, where blocks do not hold; `from` brings what it needs to find them.
 */
export function barredStep(otherEnd: string, from = ''): string {
  return `
  barred as (
    select g.cloud_id, g.created_id
    from given g
    ${from}
    join block b on b.cloud_id = g.cloud_id and b.user_id = ${otherEnd} and b.blocked_id = g.caller_id
  )`;
}

/** The condition on rows of `given`, or made of it, under the alias `g`. */
export const isNotBarred =
  'not exists (select 1 from barred x where x.cloud_id = g.cloud_id and x.created_id = g.created_id)';
