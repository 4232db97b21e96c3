/**
 * The JSON pointer of the first text, name or value, that PostgreSQL cannot keep: U+0000 or half of a surrogate pair.
 * Null where there is none. The caller bounds the depth.
 * https://www.postgresql.org/docs/current/datatype-json.html
 */
export function findUnstorableText(value: unknown, pointer = ''): string | null {
  if (typeof value === 'string') return isUnstorable(value) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    if (isUnstorable(name)) return pointer;
    const found = findUnstorableText(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== null) return found;
  }
  return null;
}

function isUnstorable(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text);
}
