import type { EscapeText } from './escape-text';
import { inlineToMarkdown } from './to-markdown-inline';
import type { AdfNode } from './types';

/** The best Markdown for these nodes. Whether it is faithful is for `documentToMarkdown` to find out. */
export function blocksToMarkdown(nodes: readonly AdfNode[] | null | undefined, escapeText: EscapeText): string {
  return (nodes ?? []).map((node) => block(node, escapeText)).join('\n\n');
}

function block(node: AdfNode, escapeText: EscapeText): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.['level']) || 1)} ${inlineToMarkdown(node.content, escapeText)}`;
    case 'bulletList':
      return items(node, () => '- ', escapeText);
    case 'orderedList':
      return items(node, (index) => `${(Number(node.attrs?.['order']) || 0) + index}. `, escapeText);
    case 'blockquote':
      return prefixLines(blocksToMarkdown(node.content, escapeText), '> ', '> ');
    case 'codeBlock':
      return fenced(node);
    case 'rule':
      return '---';
    case 'table':
      return table(node, escapeText);
    default:
      return inlineToMarkdown(node.content, escapeText);
  }
}

function items(list: AdfNode, marker: (index: number) => string, escapeText: EscapeText): string {
  return (list.content ?? [])
    .map((item, index) => {
      const first = marker(index);
      const inside = (item.content ?? []).map((it) => block(it, escapeText));
      // A nested list follows its paragraph at once, a second paragraph needs a blank line.
      const joined = inside.reduce((text, it, at) => {
        const list = item.content?.[at]?.type.endsWith('List') === true;
        return at === 0 ? it : `${text}${list ? '\n' : '\n\n'}${it}`;
      }, '');
      return prefixLines(joined, first, ' '.repeat(first.length));
    })
    .join('\n');
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line)
    .join('\n');
}

function fenced(node: AdfNode): string {
  const text = (node.content ?? []).map((it) => it.text ?? '').join('');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((it) => it.length));
  const fence = '`'.repeat(longest + 1);
  const language = typeof node.attrs?.['language'] === 'string' ? node.attrs['language'] : '';
  return [fence + language, ...(text === '' ? [] : [text]), fence].join('\n');
}

function table(node: AdfNode, escapeText: EscapeText): string {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => blocksToMarkdown(cell.content, escapeText).replaceAll('|', '\\|')),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
