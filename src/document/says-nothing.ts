import type { AdfDocument, AdfNode } from './types';
import { isVisible, visiblePart } from './visible-text';

const drawNoSign = ['paragraph', 'heading', 'text', 'hardBreak'];
/** Where someone typed them, these are signs of Markdown without a word to them. */
const frames = ['blockquote', 'bulletList', 'listItem', 'codeBlock', 'table', 'tableRow', 'tableHeader', 'tableCell'];

/** Whether no node of a document draws anything. One without any node is the smallest document, and draws nothing either. */
export function drawsNothing({ content }: AdfDocument): boolean {
  return content.every((node) => isBlank(node, drawNoSign, isVisible));
}

/** Whether what someone typed, as Markdown or as plain text, says nothing: it has no words, and no sign but Markdown's. */
export function saysNothing({ content }: AdfDocument): boolean {
  return content.every((node) => isBlank(node, [...drawNoSign, ...frames], hasWords));
}

function isBlank(node: AdfNode, blank: readonly string[], isSeen: (text: string) => boolean): boolean {
  return (
    blank.includes(node.type) &&
    !isSeen(node.text ?? '') &&
    (node.content ?? []).every((child) => isBlank(child, blank, isSeen))
  );
}

/** A link to nowhere around nothing, and a fence around nothing, are no words. */
function hasWords(text: string): boolean {
  return visiblePart(text).replace(/!?\[\]\((?:<>)?\)|^(?:`{3,}|~{3,})$/g, '') !== '';
}
