import { textToDocument } from '../from-text';
import { defaultLimits } from '../limits';
import type { AdfDocument, AdfNode } from '../types';
import { type Budget, isUsedUp, startBudget } from './budget';
import { fitIntoItem, fitIntoQuote } from './fit-blocks';
import { inlineToNodes } from './from-markdown-inline';
import { withoutGuards } from './markdown-guard';
import { type MarkdownToken, maxNesting, parseMarkdown } from './markdown-parser';

/**
 * Markdown as a document that passes both our gate and Atlassian's published schema. No typed word is lost: what is not
 * Markdown, nests too deep or grows too large stands as typed. `[~accountid:…]` becomes a mention, half of a surrogate pair
 * U+FFFD.
 */
export function markdownToDocument(markdown: string): AdfDocument {
  const budget = startBudget();
  const typed = markdown.replace(/[\0\p{Surrogate}]/gu, '\ufffd');
  const tokens = parseMarkdown(typed, budget);
  const isTooDeep = tokens.some((token) => token.level >= maxNesting - 1);
  const content = isTooDeep ? [] : readBlocks(tokens, budget);
  return isTooDeep || isUsedUp(budget) || depthOf(content) > defaultLimits.depth
    ? textToDocument(withoutGuards(typed))
    : { version: 1, type: 'doc', content };
}

function depthOf(nodes: readonly AdfNode[]): number {
  return nodes.reduce((deepest, node) => Math.max(deepest, 1 + depthOf(node.content ?? [])), 0);
}

/** The parser's flat list of opening and closing tokens as a tree. */
function readBlocks(tokens: readonly MarkdownToken[], budget: Budget): AdfNode[] {
  const nodes: AdfNode[] = [];
  for (let start = 0; start < tokens.length; ) {
    const end = endOf(tokens, start);
    nodes.push(...readBlock(tokens, start, end, budget));
    start = end + 1;
  }
  return nodes;
}

function endOf(tokens: readonly MarkdownToken[], start: number): number {
  let open = 0;
  for (let index = start; index < tokens.length; index += 1) {
    open += tokens[index]?.nesting ?? 0;
    if (open === 0) return index;
  }
  return tokens.length - 1;
}

function readBlock(tokens: readonly MarkdownToken[], start: number, end: number, budget: Budget): AdfNode[] {
  const token = tokens[start];
  const inside = () => readBlocks(tokens.slice(start + 1, end), budget);
  switch (token?.type) {
    case 'inline':
      return [{ type: 'paragraph', content: inlineToNodes(token.children ?? [], budget) }];
    case 'paragraph_open':
      return inside();
    case 'heading_open':
      return inside().map((it) => ({ ...it, type: 'heading', attrs: { level: Number(token.tag.slice(1)) } }));
    case 'bullet_list_open':
      return [{ type: 'bulletList', content: inside() }];
    case 'ordered_list_open':
      return [{ type: 'orderedList', attrs: { order: Number(token.attrGet('start') ?? 1) }, content: inside() }];
    case 'list_item_open':
      return [{ type: 'listItem', content: fitIntoItem(inside()) }];
    case 'blockquote_open':
      return [{ type: 'blockquote', content: fitIntoQuote(inside()) }];
    case 'fence':
    case 'code_block':
      return [readCode(token)];
    case 'hr':
      return [{ type: 'rule' }];
    case 'table_open':
      return [{ type: 'table', content: inside() }];
    case 'tr_open':
      return [{ type: 'tableRow', content: inside() }];
    case 'th_open':
      return [{ type: 'tableHeader', content: inside() }];
    case 'td_open':
      return [{ type: 'tableCell', content: inside() }];
    default:
      return inside();
  }
}

function readCode(token: MarkdownToken): AdfNode {
  const code = token.content.replace(/\n$/, '');
  const info = token.info.trim();
  // ADF has a place for the name of a language; anything else behind the fence would not be shown.
  if (code === '' && info !== '') return { type: 'paragraph', content: [{ type: 'text', text: token.markup + info }] };
  const language = /^[\w+#.-]*$/.test(info) ? info : '';
  const text = language === info ? code : `${info}\n${code}`;
  return {
    type: 'codeBlock',
    ...(language === '' ? {} : { attrs: { language } }),
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  };
}
