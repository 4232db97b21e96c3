/**
 * SQL for a time as milliseconds since 1970, which is how every statement gives one back: a `timestamptz` itself is
 * written as the session, the role or the database says (`DateStyle`, `TimeZone`). Null stays null. From a difference:
 * `extract` of a time alone counts as dependent on the session, and Citus refuses such after `returning`.
 */
export function milliseconds(column: string): string {
  return `(extract(epoch from ${column} - 'epoch'::timestamptz) * 1000)::bigint`;
}

/** The column under its own name. */
export function inMilliseconds(column: string): string {
  return `${milliseconds(column)} as ${column.replace(/^\w+\./, '')}`;
}
