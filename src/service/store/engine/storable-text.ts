import { foldCase } from './fold-case';

/** PostgreSQL's text cannot hold U+0000, which JSON and a text body may bring. It becomes U+FFFD, the replacement character. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}

/**
 * A message's text, in which `é` is always one character, as in the words of a search, however it was written. The
 * document keeps it as it came.
 */
export function searchableText(text: string): string {
  return storableText(text).normalize('NFC');
}

/** What a group's name is found and ordered by: without its case, independent of any database's locale. */
export function nameKey(name: string): string {
  return foldCase(storableText(name));
}
