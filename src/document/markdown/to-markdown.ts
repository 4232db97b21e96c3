import type { AdfDocument, AdfNode } from '../types';
import { markdownToDocument } from './from-markdown';
import { type Manner, manners } from './markdown-manner';
import { blocksToMarkdown, type Place } from './to-markdown-blocks';
import { inlineToMarkdown } from './to-markdown-inline';

/**
 * A document as the Markdown that gives it back, for its author to edit: as they would type it, and with escapes where
 * that would read as something else. What our own Markdown has made always comes back.
 *
 * @returns null when no Markdown gives the same document back (a table's cell with two paragraphs, a card, a panel):
 * editing it as Markdown would lose what is in it
 */
export function documentToMarkdown(document: AdfDocument): string | null {
  const [typed, , guarded] = manners;
  const wholly = (manner: Manner) => blocksToMarkdown(document.content, (nodes) => inlineToMarkdown(nodes, manner));
  const candidates = [
    () => wholly(typed),
    () => blocksToMarkdown(document.content, writeFaithfully),
    () => wholly(guarded),
  ];
  for (const write of candidates) {
    const markdown = write();
    if (makes(markdown, document)) return markdown;
  }
  return null;
}

/** The easiest manner in which the nodes read as themselves where they stand. */
function writeFaithfully(nodes: AdfNode['content'], place: Place): string {
  const [typed, escaped, guarded] = manners;
  for (const manner of [typed, escaped]) {
    const markdown = inlineToMarkdown(nodes, manner);
    if (!dependsOnPlace.test(markdown) && makes(...alone(markdown, nodes ?? [], place))) return markdown;
  }
  return inlineToMarkdown(nodes, guarded);
}

/** Dashes, which behind the marker of a list would be a rule, and a fence, which would take in the blocks that follow. */
const dependsOnPlace = /^[-*_\s]+$|^\s*(?:```|~~~)/m;

function alone(markdown: string, content: readonly AdfNode[], place: Place): [string, AdfDocument] {
  const paragraph = { type: 'paragraph', content };
  const [text, node]: [string, AdfNode] =
    place === 'heading'
      ? [`# ${markdown}`, { type: 'heading', attrs: { level: 1 }, content }]
      : place === 'cell'
        ? [`| ${markdown.replaceAll('|', '\\|')} |\n| --- |`, aTable(paragraph)]
        : [markdown, paragraph];
  return [text, { version: 1, type: 'doc', content: [node] }];
}

function aTable(paragraph: AdfNode): AdfNode {
  const header = { type: 'tableHeader', content: [paragraph] };
  return { type: 'table', content: [{ type: 'tableRow', content: [header] }] };
}

function makes(markdown: string, document: AdfDocument): boolean {
  return canonical(markdownToDocument(markdown)) === canonical(document);
}

/** JSON with its members in order of name, as the store's JSON does not keep theirs, and marks in order of theirs. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => {
    if (Array.isArray(inner)) return name === 'marks' ? inner.toSorted(byType) : inner;
    return typeof inner === 'object' && inner !== null
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  });
}

function byType(left: { readonly type?: unknown }, right: { readonly type?: unknown }): number {
  return String(left.type) < String(right.type) ? -1 : 1;
}
