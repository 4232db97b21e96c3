import type { MarkdownToken } from './markdown-parser';
import type { AdfMark, AdfNode } from './types';

const markOf: Readonly<Record<string, string>> = { strong: 'strong', em: 'em', s: 'strike' };

/** Jira's own way to write a mention in plain text. */
const mention = /\[~accountid:([A-Za-z0-9:_-]{1,128})\]/;

/** The inside of one paragraph, heading or cell. Neighbouring texts with the same marks are one node. */
export function inlineToNodes(tokens: readonly MarkdownToken[]): AdfNode[] {
  const nodes: AdfNode[] = [];
  const marks: AdfMark[] = [];
  for (const [index, token] of tokens.entries()) {
    const href = String(token.attrGet('href') ?? token.attrGet('src') ?? '');
    if (token.type === 'image') addText(nodes, token.content || href, [{ type: 'link', attrs: { href } }]);
    // A link without words would not be seen: its address stands for them.
    else if (token.type === 'link_open' && tokens[index + 1]?.type === 'link_close') {
      marks.push({ type: 'link', attrs: { href } });
      addText(nodes, href, marks);
    } else if (token.type === 'link_open') marks.push({ type: 'link', attrs: { href } });
    else if (token.nesting === 1) marks.push({ type: markOf[token.type.replace('_open', '')] ?? 'em' });
    else if (token.nesting === -1) marks.pop();
    else if (token.type === 'softbreak' || token.type === 'hardbreak') nodes.push({ type: 'hardBreak' });
    // ADF lets code stand with a link and with nothing else.
    else if (token.type === 'code_inline') addText(nodes, token.content, [...marks.filter(isLink), { type: 'code' }]);
    else addTextAndMentions(nodes, token.content, marks);
  }
  return nodes;
}

function isLink(mark: AdfMark): boolean {
  return mark.type === 'link';
}

function addTextAndMentions(nodes: AdfNode[], text: string, marks: readonly AdfMark[]): void {
  // A split with one group gives text, id, text, id, …, text.
  for (const [index, part] of text.split(mention).entries()) {
    if (index % 2 === 1) nodes.push({ type: 'mention', attrs: { id: part } });
    else addText(nodes, part, marks);
  }
}

function addText(nodes: AdfNode[], text: string, marks: readonly AdfMark[]): void {
  if (text === '') return;
  // The same mark may be open twice (`**a **b** c**`); a text has it once.
  const own = marks.filter((mark, index) => marks.findIndex((it) => it.type === mark.type) === index);
  const last = nodes.at(-1);
  const joins = last?.type === 'text' && haveSameMarks(last.marks ?? [], own);
  if (joins) nodes.pop();
  nodes.push({
    type: 'text',
    text: (joins ? (last.text ?? '') : '') + text,
    ...(own.length === 0 ? {} : { marks: own }),
  });
}

function haveSameMarks(left: readonly AdfMark[], right: readonly AdfMark[]): boolean {
  return (
    left.length === right.length &&
    left.every(
      ({ type, attrs }, index) => type === right[index]?.type && attrs?.['href'] === right[index]?.attrs?.['href'],
    )
  );
}
