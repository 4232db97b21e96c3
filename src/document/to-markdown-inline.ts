import type { EscapeText } from './escape-text';
import type { AdfMark, AdfNode } from './types';

const delimiters: Readonly<Record<string, string>> = { strong: '**', em: '*', strike: '~~' };

/** Marks are opened once for all the neighbours that share them, as `**a** **b**` is not the same as `**a b**`. */
export function inlineToMarkdown(nodes: readonly AdfNode[] | null | undefined, escapeText: EscapeText): string {
  const all = nodes ?? [];
  const open: AdfMark[] = [];
  let markdown = '';
  for (const [index, node] of all.entries()) {
    const wanted = marksOf(node);
    const kept = open.findIndex((mark) => !includes(wanted, mark));
    if (kept !== -1) markdown += open.splice(kept).reverse().map(closing).join('');
    const added = wanted.filter((mark) => !includes(open, mark));
    // What lasts longest is opened first, so that it need not be closed and opened again.
    added.sort((a, b) => reach(all, index, b) - reach(all, index, a));
    markdown += added.map(opening).join('') + inlineText(node, escapeText);
    open.push(...added);
  }
  return markdown + open.reverse().map(closing).join('');
}

function marksOf(node: AdfNode): AdfMark[] {
  return (node.marks ?? []).filter((mark) => mark.type !== 'code' && !isBareLink(node, mark));
}

function isBareLink(node: AdfNode, mark: AdfMark): boolean {
  return mark.type === 'link' && mark.attrs?.['href'] === node.text;
}

function includes(marks: readonly AdfMark[], mark: AdfMark): boolean {
  return marks.some((it) => it.type === mark.type && it.attrs?.['href'] === mark.attrs?.['href']);
}

function reach(nodes: readonly AdfNode[], from: number, mark: AdfMark): number {
  const end = nodes.findIndex((node, index) => index > from && !includes(marksOf(node), mark));
  return end === -1 ? nodes.length : end;
}

function opening(mark: AdfMark): string {
  return mark.type === 'link' ? '[' : (delimiters[mark.type] ?? '');
}

function closing(mark: AdfMark): string {
  return mark.type === 'link' ? `](${String(mark.attrs?.['href'])})` : (delimiters[mark.type] ?? '');
}

function inlineText(node: AdfNode, escapeText: EscapeText): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention') return `[~accountid:${String(node.attrs?.['id'])}]`;
  const text = node.text ?? '';
  if ((node.marks ?? []).some((mark) => mark.type === 'code')) return codeSpan(text);
  return (node.marks ?? []).some((mark) => isBareLink(node, mark)) ? text : escapeText(text);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((it) => it.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}
