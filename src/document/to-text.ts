import type { AdfDocument, AdfNode } from './types';

/**
 * A document as plain text, for search, for notices and for readers without a renderer. Blocks stand on lines of their
 * own, lists keep their markers, a link shows its address behind its words. An unknown node gives the text inside it.
 */
export function documentToText(document: AdfDocument): string {
  return blocks(document.content).trim();
}

function blocks(nodes: readonly AdfNode[] | null | undefined): string {
  return (nodes ?? [])
    .map(block)
    .filter((it) => it !== '')
    .join('\n');
}

function block(node: AdfNode): string {
  switch (node.type) {
    case 'bulletList':
      return items(node, () => '- ');
    case 'orderedList': {
      const first = typeof node.attrs?.['order'] === 'number' ? node.attrs['order'] : 1;
      return items(node, (index) => `${first + index}. `);
    }
    case 'taskList':
      return items(node, (_, item) => (item.attrs?.['state'] === 'DONE' ? '[x] ' : '[ ] '));
    case 'decisionList':
      return items(node, () => '> ');
    case 'blockquote':
      return indent(blocks(node.content), '> ', '> ');
    case 'tableRow':
      return (node.content ?? []).map((cell) => blocks(cell.content).replaceAll('\n', ' ')).join(' | ');
    case 'rule':
      return '---';
    default:
      return isInline(node)
        ? inline([node])
        : (node.content ?? []).some(isInline)
          ? inline(node.content)
          : blocks(node.content) || named(node);
  }
}

function items(list: AdfNode, marker: (index: number, item: AdfNode) => string): string {
  return (list.content ?? [])
    .map((item, index) => {
      const text = (item.content ?? []).some(isInline) ? inline(item.content) : blocks(item.content);
      return indent(text, marker(index, item), '  ');
    })
    .join('\n');
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}

const inlineTypes = new Set(['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'date', 'status', 'placeholder']);

function isInline(node: AdfNode): boolean {
  return inlineTypes.has(node.type);
}

function inline(nodes: readonly AdfNode[] | null | undefined): string {
  return (nodes ?? []).map(inlineText).join('');
}

function inlineText(node: AdfNode): string {
  switch (node.type) {
    case 'text': {
      const text = node.text ?? '';
      const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
      return typeof href === 'string' && !href.endsWith(text) ? `${text} (${href})` : text;
    }
    case 'hardBreak':
      return '\n';
    case 'mention':
      return attribute(node, 'text') ?? `@${attribute(node, 'id') ?? ''}`;
    case 'emoji':
      return attribute(node, 'text') ?? attribute(node, 'shortName') ?? '';
    case 'inlineCard':
      return attribute(node, 'url') ?? '';
    default:
      return node.text ?? (blocks(node.content) || named(node));
  }
}

/** What a node without content says of itself: a card's title, an image's description. */
function named(node: AdfNode): string {
  return (
    node.text ??
    attribute(node, 'text') ??
    attribute(node, 'alt') ??
    attribute(node, 'title') ??
    attribute(node, 'url') ??
    ''
  );
}

function attribute(node: AdfNode, name: string): string | undefined {
  const value = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
