import { isSameMark } from '../append-text';
import type { AdfMark, AdfNode } from '../types';
import type { Manner } from './markdown-manner';

const delimiters: Readonly<Record<string, string>> = { strong: '**', em: '*', strike: '~~' };

/** Marks are opened once for all the neighbours that share them, as `**a** **b**` is not the same as `**a b**`. */
export function inlineToMarkdown(nodes: readonly AdfNode[] | null | undefined, manner: Manner): string {
  const all = nodes ?? [];
  const marks = spanGaps(
    all,
    all.map((node) => marksOf(node, manner)),
  );
  const ends = findEnds(marks);
  const open: AdfMark[] = [];
  let markdown = '';
  for (const [index, node] of all.entries()) {
    const wanted = marks[index] ?? [];
    const kept = open.findIndex((mark) => !includes(wanted, mark));
    if (kept !== -1) markdown += closeAll(open.splice(kept), manner);
    const added = wanted.filter((mark) => !includes(open, mark));
    // What lasts longest is opened first, so that it need not be closed and opened again.
    added.sort((a, b) => (ends[index]?.get(b) ?? 0) - (ends[index]?.get(a) ?? 0));
    markdown += added.map((mark) => opening(mark, manner)).join('') + inlineText(node, manner);
    open.push(...added);
  }
  return guardLines(markdown + closeAll(open, manner), manner.guard);
}

function marksOf(node: AdfNode, { hasBareLinks }: Manner): AdfMark[] {
  return (node.marks ?? []).filter((mark) => mark.type !== 'code' && !(hasBareLinks && isBareLink(node, mark)));
}

function isBareLink({ text = '' }: AdfNode, { type, attrs }: AdfMark): boolean {
  const isOwnAddress = ['', 'http://', 'mailto:'].some((scheme) => attrs?.['href'] === scheme + text);
  return type === 'link' && isOwnAddress && attrs?.['title'] === undefined;
}

/**
 * Mentions and ends of lines stand without marks in ADF, and code without emphasis. A mark goes on over those that it
 * surrounds, and emphasis takes in those beside it where it would else end with a blank, which Markdown does not allow.
 */
function spanGaps(nodes: readonly AdfNode[], marks: readonly AdfMark[][]): readonly AdfMark[][] {
  const linked = span(nodes, marks, { isGap: (node) => node.type !== 'text', spans: isLink, takesIn: false });
  const isGap = (node: AdfNode) => node.type !== 'text' || isCode(node);
  return span(nodes, linked, { isGap, spans: (mark) => !isLink(mark), takesIn: true });
}

interface Span {
  readonly isGap: (node: AdfNode) => boolean;
  readonly spans: (mark: AdfMark) => boolean;
  readonly takesIn: boolean;
}

function span(
  nodes: readonly AdfNode[],
  marks: readonly AdfMark[][],
  { isGap, spans, takesIn }: Span,
): readonly AdfMark[][] {
  const spanned = [...marks];
  for (let start = 0; start < nodes.length; ) {
    let end = start;
    for (let node = nodes[end]; node !== undefined && isGap(node); node = nodes[end]) end += 1;
    const before = (marks[start - 1] ?? []).filter(spans);
    const after = (marks[end] ?? []).filter(spans);
    const endsInBlank = takesIn && /\s$/.test(nodes[start - 1]?.text ?? '');
    const beginsWithBlank = takesIn && /^\s/.test(nodes[end]?.text ?? '');
    const over = [
      ...before.filter((mark) => endsInBlank || includes(after, mark)),
      ...after.filter((mark) => beginsWithBlank && !includes(before, mark)),
    ];
    for (let index = start; index < end; index += 1) spanned[index] = [...(marks[index] ?? []), ...over];
    start = end + 1;
  }
  return spanned;
}

function isCode({ marks }: AdfNode): boolean {
  return (marks ?? []).some((mark) => mark.type === 'code');
}

function isLink({ type }: AdfMark): boolean {
  return type === 'link';
}

/** For each node and mark the index of the first node behind it without that mark. */
function findEnds(marks: readonly AdfMark[][]): readonly Map<AdfMark, number>[] {
  const ends: Map<AdfMark, number>[] = [];
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const next = marks[index + 1] ?? [];
    const endOf = (mark: AdfMark): number => {
      const same = next.find((it) => isSameMark(it, mark));
      return same === undefined ? index + 1 : (ends[index + 1]?.get(same) ?? index + 1);
    };
    ends[index] = new Map((marks[index] ?? []).map((mark) => [mark, endOf(mark)]));
  }
  return ends;
}

function includes(marks: readonly AdfMark[], mark: AdfMark): boolean {
  return marks.some((it) => isSameMark(it, mark));
}

function opening({ type }: AdfMark, { guard }: Manner): string {
  return type === 'link' ? '[' : guard + (delimiters[type] ?? '') + guard;
}

function closeAll(marks: readonly AdfMark[], manner: Manner): string {
  return [...marks]
    .reverse()
    .map((mark) => closing(mark, manner))
    .join('');
}

function closing({ type, attrs }: AdfMark, { guard, address }: Manner): string {
  if (type !== 'link') return guard + (delimiters[type] ?? '') + guard;
  const title = attrs?.['title'];
  const quoted = typeof title === 'string' ? ` "${title.replace(/["\\&]/g, '\\$&')}"` : '';
  return `](${address(String(attrs?.['href']))}${quoted})`;
}

function inlineText(node: AdfNode, { escapeText, hasBareLinks }: Manner): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention') return `[~accountid:${String(node.attrs?.['id'])}]`;
  const text = node.text ?? '';
  const marks = node.marks ?? [];
  if (isCode(node)) return codeSpan(text);
  return hasBareLinks && marks.some((mark) => isBareLink(node, mark)) ? text : escapeText(text);
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((it) => it.length));
  const fence = '`'.repeat(longest + 1);
  const isTrimmed = /^ .*[^ ].* $/.test(text);
  const pad = isTrimmed || text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** Markdown drops blanks at the ends of a line, and empty lines. */
function guardLines(markdown: string, guard: string): string {
  if (guard === '') return markdown;
  return markdown
    .split('\n')
    .map((line) => (line === '' ? guard : line.replace(/^(?=\s)/, guard).replace(/(?<=\s)$/, guard)))
    .join('\n');
}
