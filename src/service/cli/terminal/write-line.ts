/**
 * A value as one JSON text and the end of its line. What others take for an end of line, and JSON leaves as it is, is
 * written escaped: U+0085, U+2028 and U+2029 (https://www.unicode.org/reports/tr14/, classes NL and BK).
 */
export function writeLine(value: unknown): string {
  const text = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
