import type { AdfDocument, AdfNode } from './types';

/**
 * Plain text as a document, word for word: a blank line parts paragraphs, a line's end is kept as one. Half of a surrogate
 * pair, which a cut text may end with, becomes U+FFFD.
 */
export function textToDocument(text: string): AdfDocument {
  const paragraphs = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  return {
    version: 1,
    type: 'doc',
    content: paragraphs
      .filter((it) => it.trim() !== '')
      .map((it) => ({ type: 'paragraph', content: linesToNodes(it) })),
  };
}

function linesToNodes(paragraph: string): AdfNode[] {
  return paragraph
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
}
