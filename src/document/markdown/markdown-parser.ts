import type { StateInline } from 'markdown-it';
import { isSafeLink } from '../safe-link';
import type { Budget } from './budget';
import { countSteps, StepsUsedUp } from './count-steps';
import { type BareLink, findBareLinks as findIn, readBareLink } from './markdown-bare-link';
import { flankAsWritten } from './markdown-flanking';
import { readLink } from './markdown-link';
import { readMention } from './markdown-mention';
import { readTable } from './markdown-table';

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
 * CommonMark with tables, strikethrough, bare links and mentions, bent to what people expect of a chat: a line's end is
 * kept, and whatever would make typed words vanish (HTML, entities, link definitions) or change of place (a line of dashes
 * that turns the line above into a heading) stands as typed. markdown-it, because its time grows evenly with hostile
 * input; see docs/decisions/0004-markdown-it.md.
 */
const parser = (() => {
  const it = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting });
  it.disable(['entity', 'reference', 'lheading', 'image']);
  // What is escaped stays apart from the text around it, so that `a\@b.c` is no address.
  it.core.ruler.disable(['linkify', 'text_join']);
  it.validateLink = isSafeLink;
  it.block.ruler.at('table', readTable, { alt: ['paragraph', 'reference'] });
  it.inline.ruler.at('link', readLink);
  it.inline.ruler.at('linkify', readBareLink);
  it.inline.ruler.before('link', 'mention', readMention);
  it.inline.State = class extends it.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
      return flankAsWritten(this, start, canSplitWord, super.scanDelims(start, canSplitWord));
    }
  };
  countSteps(it);
  return it;
})();

/** The tokens of a text. Where the budget ends up below zero they are not all of it. */
export function parseMarkdown(markdown: string, budget: Budget): readonly MarkdownToken[] {
  try {
    return parser.parse(markdown, budget as Budget & Record<PropertyKey, unknown>);
  } catch (error) {
    if (error instanceof StepsUsedUp) return [];
    throw error;
  }
}

export function findBareLinks(text: string): BareLink[] {
  return findIn(parser, text);
}
