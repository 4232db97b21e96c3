import { isSafeLink } from './safe-link';

/** By `require`, which brings the smallest of its builds: the parser is the largest part of a Forge function. */
const MarkdownIt = require('markdown-it/browser') as typeof import('markdown-it').default;

/** What we read of the parser's tokens. */
export interface MarkdownToken {
  readonly type: string;
  readonly tag: string;
  /** 1 opens, -1 closes, 0 stands alone. */
  readonly nesting: number;
  readonly level: number;
  readonly content: string;
  readonly info: string;
  readonly markup: string;
  readonly children: readonly MarkdownToken[] | null;
  attrGet(name: string): string | number | null;
}

/** Beyond this many levels the parser would drop words; `markdownToDocument` then keeps the text as it was typed. */
export const maxNesting = 60;

/**
 * CommonMark with tables, strikethrough and bare links, bent to what people expect of a chat: a line's end is kept, and
 * whatever would make typed words vanish (HTML, entities, link definitions) or change of place (a line of dashes that
 * turns the line above into a heading) stands as typed. An image becomes a link to it: a reader's browser fetches nothing.
 * markdown-it, because its time grows evenly with hostile input; see docs/decisions/0004-markdown-it.md.
 */
export const parseMarkdown: (markdown: string) => readonly MarkdownToken[] = (() => {
  const parser = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting });
  parser.disable(['entity', 'reference', 'lheading']);
  parser.validateLink = isSafeLink;
  return (markdown) => parser.parse(markdown, {});
})();
