import type { AdfNode } from '../types';
import { guard } from './markdown-guard';

/** Where the inside of a block stands. */
export type Place = 'paragraph' | 'heading' | 'cell';

export type WriteInline = (nodes: AdfNode['content'], place: Place) => string;

/** Markdown for these nodes. Whether it is faithful is for `documentToMarkdown` to find out. */
export function blocksToMarkdown(nodes: readonly AdfNode[] | null | undefined, write: WriteInline): string {
  return join(nodes ?? [], write, { isInItem: false, beside: '' });
}

interface Surroundings {
  readonly isInItem: boolean;
  /** The marker of the item whose first line this is, since `- - -` would be a rule. */
  readonly beside: string;
}

function join(nodes: readonly AdfNode[], write: WriteInline, { isInItem, beside }: Surroundings): string {
  let markdown = '';
  let marker = '';
  for (const [index, node] of nodes.entries()) {
    const previous = nodes[index - 1];
    // Two lists of a kind would be one, but for another marker.
    const avoid = previous === undefined ? beside : previous.type === node.type ? marker : '';
    marker = chooseMarker(node, avoid || (isEmpty(previous) ? beside : ''));
    const next = nodes[index + 1];
    if (isEmpty(node)) {
      const isImplied = isInItem && index === 0 && (next === undefined || isList(next));
      markdown += (index === 0 ? '' : '\n\n') + (isImplied ? '' : guard);
      continue;
    }
    const isOnSameLine = isInItem && index === 1 && isEmpty(previous) && isList(node);
    const separator = index === 0 || isOnSameLine ? '' : isInItem && mayInterrupt(previous, node) ? '\n' : '\n\n';
    markdown += separator + block(node, write, marker);
  }
  return markdown;
}

function chooseMarker({ type }: AdfNode, avoid: string): string {
  if (type === 'bulletList') return avoid === '-' ? '*' : '-';
  return avoid === '.' ? ')' : '.';
}

function isEmpty(node: AdfNode | undefined): boolean {
  return node?.type === 'paragraph' && (node.content ?? []).length === 0;
}

function isList(node: AdfNode): boolean {
  return node.type === 'bulletList' || node.type === 'orderedList';
}

/** A list follows a paragraph at once if it begins with 1 or a bullet and with words; anything else needs a blank line. */
function mayInterrupt(previous: AdfNode | undefined, { type, attrs, content }: AdfNode): boolean {
  const startsLow = type === 'bulletList' || (type === 'orderedList' && attrs?.['order'] === 1);
  return previous?.type === 'paragraph' && !isEmpty(previous) && startsLow && !isEmpty(content?.[0]?.content?.[0]);
}

function block(node: AdfNode, write: WriteInline, marker: string): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.['level']) || 1)} ${write(node.content, 'heading')}`;
    case 'bulletList':
      return items(node, () => marker, write);
    case 'orderedList':
      return items(node, (index) => numberOf(node, index) + marker, write);
    case 'blockquote':
      return prefixLines(
        isEmpty(node.content?.[0]) && node.content?.length === 1 ? '' : blocksToMarkdown(node.content, write),
        '> ',
        '> ',
      );
    case 'codeBlock':
      return fenced(node);
    case 'rule':
      return '---';
    case 'table':
      return table(node, write);
    default:
      return write(node.content, 'paragraph');
  }
}

/** Only the first number counts, and Markdown takes nine digits. */
function numberOf(list: AdfNode, index: number): string {
  return String(Math.min((Number(list.attrs?.['order']) || 0) + index, 999_999_999));
}

function items(list: AdfNode, markerOf: (index: number) => string, write: WriteInline): string {
  return (list.content ?? [])
    .map((item, index) => {
      const marker = markerOf(index);
      const inside = join(item.content ?? [], write, { isInItem: true, beside: marker });
      return prefixLines(inside, `${marker} `, ' '.repeat(marker.length + 1));
    })
    .join('\n');
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const prefix = index === 0 ? first : rest;
      return line === '' ? prefix.trimEnd() : prefix + line;
    })
    .join('\n');
}

function fenced(node: AdfNode): string {
  const text = (node.content ?? []).map((it) => it.text ?? '').join('');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((it) => it.length));
  const fence = '`'.repeat(longest + 1);
  const language = typeof node.attrs?.['language'] === 'string' ? node.attrs['language'] : '';
  return [fence + language, ...(text === '' ? [] : [text]), fence].join('\n');
}

function table(node: AdfNode, write: WriteInline): string {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map(({ content }) =>
      (content ?? [])
        .map((it) => write(it.content, 'cell'))
        .join(' ')
        .replaceAll('|', '\\|'),
    ),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
