/**
 * SQL for the UUID after the one in `column`: the low 64 bits counted up as a number. Ids leave room above them
 * (`newMessageId`). Null stays null, which `greatest` ignores.
 */
export function successorId(column: string): string {
  const hex = `replace(${column}::text, '-', '')`;
  return `(left(${hex}, 16) || lpad(to_hex(('x' || right(${hex}, 16))::bit(64)::bigint + 1), 16, '0'))::uuid`;
}
