/**
 * U+2063, the invisible separator, which nobody types. In our Markdown it is read as nothing and counts as a letter, so
 * that what stands beside it keeps its place: a blank at the end of a line, a delimiter before a bracket, an empty line.
 */
export const guard = '\u2063';

export function withoutGuards(text: string): string {
  return text.replaceAll(guard, '');
}
