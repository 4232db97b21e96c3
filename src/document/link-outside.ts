import { isSafeLink } from './safe-link';
import type { AdfDocument, AdfMark, AdfNode } from './types';

/**
 * The document without what a reader's browser would fetch from elsewhere: a picture by its address (`media` that is
 * external) and an `embedCard` become links to it, in paragraphs of their own. The same object where it has none.
 */
export function linkOutside(document: AdfDocument): AdfDocument {
  const content = replaceIn(document.content);
  return content === document.content ? document : { ...document, content };
}

function replaceIn(nodes: readonly AdfNode[]): readonly AdfNode[] {
  const replaced = nodes.map(replace);
  return replaced.every((it, index) => it.length === 1 && it[0] === nodes[index]) ? nodes : replaced.flat();
}

function replace(node: AdfNode): readonly AdfNode[] {
  const address = outsideAddress(node);
  if (address !== null) return [{ type: 'paragraph', content: linkTo(address, node) }];
  if (!Array.isArray(node.content)) return [node];
  if (isFrame(node) && node.content.some((it: AdfNode) => outsideAddress(it) !== null))
    return unframe(node, node.content);
  const content = replaceIn(node.content);
  return content === node.content
    ? [node]
    : [{ ...node, content: holdsWords(node) ? content.flatMap(unwrap) : content }];
}

function isFrame({ type }: AdfNode): boolean {
  return type === 'mediaSingle' || type === 'mediaGroup';
}

/** A frame holds media alone: what it held stands in its place. A link on the frame goes to its pictures. */
function unframe(frame: AdfNode, content: readonly AdfNode[]): AdfNode[] {
  return content.flatMap((node): readonly AdfNode[] => {
    if (outsideAddress(node) !== null)
      return replace({ ...node, marks: [...(frame.marks ?? []), ...(node.marks ?? [])] });
    if (node.type === 'caption') return [{ type: 'paragraph', content: node.content ?? [] }];
    return replaceIn([{ ...frame, content: [node] }]);
  });
}

function holdsWords({ type }: AdfNode): boolean {
  return ['paragraph', 'heading', 'caption', 'taskItem', 'decisionItem'].includes(type);
}

function unwrap(node: AdfNode): readonly AdfNode[] {
  return node.type === 'paragraph' ? (node.content ?? []) : [node];
}

function outsideAddress({ type, attrs }: AdfNode): string | null {
  const url = attrs?.['url'];
  const isOutside = type === 'embedCard' || type === 'media' || type === 'mediaInline';
  return isOutside && typeof url === 'string' && url !== '' ? url : null;
}

function linkTo(url: string, { attrs, marks }: AdfNode): AdfNode[] {
  const outer = marks?.find((mark) => mark.type === 'link' && typeof mark.attrs?.['href'] === 'string');
  const link: AdfMark = { type: 'link', attrs: { href: url } };
  const alt = attrs?.['alt'];
  const words = typeof alt === 'string' && alt.trim() !== '' ? alt : url;
  const first = withLink(words, outer ?? link);
  return outer === undefined ? [first] : [first, { type: 'text', text: ' ' }, withLink(url, link)];
}

/** What was kept before the gate looked at schemes as closely stays words. */
function withLink(text: string, link: AdfMark): AdfNode {
  return isSafeLink(String(link.attrs?.['href'])) ? { type: 'text', text, marks: [link] } : { type: 'text', text };
}
