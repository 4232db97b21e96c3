import { appendText } from '../append-text';
import { documentToText } from '../to-text';
import type { AdfMark, AdfNode } from '../types';

/** ADF lets a quote hold less than Markdown does: paragraphs, lists and code. The rest is brought into that form. */
export function fitIntoQuote(nodes: readonly AdfNode[]): AdfNode[] {
  return orEmptyParagraph(nodes.flatMap(fit));
}

/** The same for a list's item, which in ADF begins with a paragraph or with code. */
export function fitIntoItem(nodes: readonly AdfNode[]): AdfNode[] {
  const fitted = nodes.flatMap(fit);
  const first = fitted[0]?.type;
  return first === 'paragraph' || first === 'codeBlock' ? fitted : [{ type: 'paragraph', content: [] }, ...fitted];
}

function orEmptyParagraph(nodes: AdfNode[]): AdfNode[] {
  return nodes.length === 0 ? [{ type: 'paragraph', content: [] }] : nodes;
}

function fit(node: AdfNode): readonly AdfNode[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'paragraph', content: embolden(node.content ?? []) }];
    case 'blockquote':
      return node.content ?? [];
    case 'rule':
      return [{ type: 'paragraph', content: [{ type: 'text', text: '---' }] }];
    case 'table':
      return (node.content ?? []).map((row) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: documentToText({ version: 1, type: 'doc', content: [row] }) || '|' }],
      }));
    default:
      return [node];
  }
}

function embolden(nodes: readonly AdfNode[]): AdfNode[] {
  const bold: AdfNode[] = [];
  for (const node of nodes) {
    const marks = node.marks ?? [];
    if (node.type !== 'text') bold.push(node);
    else appendText(bold, node.text ?? '', marks.some(isCodeOrStrong) ? marks : [...marks, { type: 'strong' }]);
  }
  return bold;
}

function isCodeOrStrong({ type }: AdfMark): boolean {
  return type === 'code' || type === 'strong';
}
