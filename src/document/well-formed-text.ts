/**
 * Why a string cannot be kept, or null. PostgreSQL refuses U+0000 in any text and lone halves of surrogate pairs in
 * JSON (documentation, 8.14 JSON Types), so that both have to be met before the store.
 */
export function findTextFault(text: string): string | null {
  if (text.includes('\u0000')) return 'must not contain the character U+0000';
  return loneSurrogate.test(text) ? 'must be well-formed Unicode (it has half of a surrogate pair)' : null;
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
