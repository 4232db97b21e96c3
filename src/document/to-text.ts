import { attributesToText, nameAddress } from './card-text';
import type { AdfDocument, AdfNode } from './types';

/**
 * All that a document says as plain text, for search, for notices and for readers without a renderer. Blocks stand on
 * lines of their own, lists keep their markers, tasks their state, a date is a day (UTC), a link shows its address once,
 * behind its words. An unknown node gives the text inside it and the words among its attributes.
 */
export function documentToText(document: AdfDocument): string {
  return blocks(document.content).trim();
}

function blocks(nodes: readonly AdfNode[] | null | undefined): string {
  return join((nodes ?? []).map(block));
}

function join(texts: readonly string[]): string {
  return texts.filter((it) => it !== '').join('\n');
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
      return join(
        (node.content ?? []).map((it) => (it.type === 'taskList' ? indent(block(it), '  ', '  ') : block(it))),
      );
    case 'taskItem':
    case 'blockTaskItem':
      return indent(inside(node), node.attrs?.['state'] === 'DONE' ? '[x] ' : '[ ] ', '  ');
    case 'decisionItem':
      return indent(inside(node), '> ', '  ');
    case 'blockquote':
      return indent(blocks(node.content), '> ', '> ');
    case 'tableRow':
      return (node.content ?? []).map((cell) => inside(cell).replaceAll('\n', ' ')).join(' | ');
    case 'rule':
      return '---';
    default:
      return isInline(node) ? inline([node]) : join([attributesToText(node.attrs ?? {}), inside(node)]);
  }
}

/** What a block holds: lines of their own, or words. */
function inside(node: AdfNode): string {
  return (node.content ?? []).some(isInline) ? inline(node.content) : blocks(node.content) || (node.text ?? '');
}

function items(list: AdfNode, marker: (index: number) => string): string {
  return (list.content ?? []).map((item, index) => indent(inside(item), marker(index), '  ')).join('\n');
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}

const inlineTypes = new Set([
  ...['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'date', 'status', 'placeholder'],
  ...['mediaInline', 'inlineExtension'],
]);

function isInline(node: AdfNode): boolean {
  return inlineTypes.has(node.type);
}

function inline(nodes: readonly AdfNode[] | null | undefined): string {
  const all = nodes ?? [];
  let text = '';
  for (let index = 0; index < all.length; ) {
    const end = endOfLink(all, index);
    const words = all.slice(index, end).map(inlineText).join('');
    const { href, title } = linkOf(all[index]) ?? { href: '', title: '' };
    text += nameAddress(words, href, title);
    index = end;
  }
  return text;
}

interface LinkAttributes {
  readonly href: string;
  readonly title: string;
}

function linkOf(node: AdfNode | undefined): LinkAttributes | undefined {
  const { href, title } = node?.marks?.find((mark) => mark.type === 'link')?.attrs ?? {};
  return typeof href === 'string' ? { href, title: typeof title === 'string' ? title : '' } : undefined;
}

/** The index behind the nodes that are one link: what stands in it without the mark, as a mention must, is part of it. */
function endOfLink(nodes: readonly AdfNode[], start: number): number {
  const link = linkOf(nodes[start]);
  let end = start + 1;
  if (link === undefined) return end;
  for (let index = end; index < nodes.length; index += 1) {
    const other = linkOf(nodes[index]);
    if (other?.href === link.href && other.title === link.title) end = index + 1;
    else if (other !== undefined || nodes[index]?.type === 'text') break;
  }
  return end;
}

function inlineText(node: AdfNode): string {
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'mention':
      return attribute(node, 'text') ?? `@${attribute(node, 'id') ?? ''}`;
    case 'emoji':
      return attribute(node, 'text') ?? attribute(node, 'shortName') ?? '';
    case 'date':
      return dayOf(node.attrs?.['timestamp']);
    default:
      return block(isInline(node) ? { ...node, type: '' } : node);
  }
}

/** A timestamp is in milliseconds, as text or as a number. */
function dayOf(timestamp: unknown): string {
  const time = new Date(Number(timestamp ?? Number.NaN));
  return Number.isNaN(time.getTime()) ? String(timestamp ?? '') : time.toISOString().slice(0, 10);
}

function attribute(node: AdfNode, name: string): string | undefined {
  const value = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
