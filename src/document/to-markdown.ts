import { markdownToDocument } from './from-markdown';
import { blocksToMarkdown } from './to-markdown-blocks';
import type { AdfDocument } from './types';

/**
 * A document as the Markdown that gives it back, for its author to edit. Characters are escaped only where the text
 * would otherwise read as Markdown.
 *
 * @returns null when no Markdown gives the same document back (a table's cell with two paragraphs, a card, a panel):
 * editing it as Markdown would lose what is in it
 */
export function documentToMarkdown(document: AdfDocument): string | null {
  const wanted = canonical(document);
  for (const escapeText of [asTyped, escapeMarkdown]) {
    const markdown = blocksToMarkdown(document.content, escapeText);
    if (canonical(markdownToDocument(markdown)) === wanted) return markdown;
  }
  return null;
}

function asTyped(text: string): string {
  return text;
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~#|]/g, '\\$&')
    .replace(/^[-+]/gm, '\\$&')
    .replace(/^(\d+)([.)])/gm, '$1\\$2');
}

/** JSON with its members in order of name, as the store's JSON does not keep theirs. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
