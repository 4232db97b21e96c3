import { appendText } from '../append-text';
import type { AdfMark, AdfNode } from '../types';
import { isVisible } from '../visible-text';
import type { Budget } from './budget';
import { withoutGuards } from './markdown-guard';
import { findBareLinks, type MarkdownToken } from './markdown-parser';

const markOf: Readonly<Record<string, string>> = { strong_open: 'strong', em_open: 'em', s_open: 'strike' };

interface Link extends AdfMark {
  readonly attrs: { readonly href: string; readonly title?: string };
}

/** The inside of one paragraph, heading or cell. Ends early when `budget` is used up. */
export function inlineToNodes(tokens: readonly MarkdownToken[], budget: Budget): AdfNode[] {
  const writer = new InlineWriter(budget);
  for (const token of tokens) {
    if (budget.bytes < 0) break;
    writer.write(token);
  }
  return writer.nodes;
}

class InlineWriter {
  readonly nodes: AdfNode[] = [];
  /** What the next text carries: one mark of a type, and of links the outermost. */
  private readonly marks: AdfMark[] = [];
  /** All that is open, and whether it is what a text carries. */
  private readonly open: { readonly mark: AdfMark; readonly isCarried: boolean }[] = [];
  /** Links within a link, whose addresses no words carry. */
  private inner: Link[] = [];
  private hasWords = false;

  constructor(private readonly budget: Budget) {}

  write(token: MarkdownToken): void {
    const { type, content, nesting } = token;
    if (type === 'link_open') this.openMark(readLink(token));
    else if (type === 'link_close') this.closeLink();
    else if (nesting === 1) this.openMark({ type: markOf[type] ?? 'em' });
    else if (nesting === -1) this.closeMark();
    else if (type === 'softbreak' || type === 'hardbreak') this.nodes.push({ type: 'hardBreak' });
    else if (type === 'mention') this.nodes.push({ type: 'mention', attrs: { id: content } });
    // ADF lets code stand with a link and with nothing else.
    else if (type === 'code_inline') this.addText(content, [...this.marks.filter(isLink), { type: 'code' }]);
    else if (type === 'text_special' || this.marks.some(isLink)) this.addText(withoutGuards(content), this.marks);
    else this.addTextAndLinks(withoutGuards(content));
  }

  private openMark(mark: AdfMark): void {
    const isCarried = !this.marks.some(({ type }) => type === mark.type);
    this.open.push({ mark, isCarried });
    if (isCarried) this.marks.push(mark);
    if (isCarried && isLink(mark)) this.hasWords = false;
  }

  private closeMark(): void {
    const closed = this.open.pop();
    if (closed?.isCarried) this.marks.splice(this.marks.indexOf(closed.mark), 1);
  }

  /** A link whose words cannot be seen, or which has none, shows its address instead. */
  private closeLink(): void {
    const { mark: link, isCarried } = this.open.at(-1) ?? {};
    if (link === undefined || !isLink(link)) return;
    const isShown = this.hasWords;
    if (!isShown) this.addText(link.attrs.href, this.marks);
    this.closeMark();
    if (isCarried !== true) {
      if (isShown || link.attrs.title !== undefined) this.inner.push(link);
      return;
    }
    for (const hidden of this.inner.splice(0)) {
      this.addText(' ', this.marks);
      this.addText(hidden.attrs.href, [...this.marks, hidden]);
    }
  }

  private addTextAndLinks(text: string): void {
    let written = 0;
    for (const { start, end, href } of findBareLinks(text)) {
      this.addText(text.slice(written, start), this.marks);
      this.addText(text.slice(start, end), [...this.marks, { type: 'link', attrs: { href } }]);
      written = end;
    }
    this.addText(text.slice(written), this.marks);
  }

  private addText(text: string, marks: readonly AdfMark[]): void {
    const { href, title = '' } = marks.find(isLink)?.attrs ?? { href: '' };
    const before = this.nodes.length;
    appendText(this.nodes, text, marks);
    if (this.nodes.length > before) this.budget.bytes -= href.length + title.length;
    this.hasWords ||= isVisible(text);
  }
}

function readLink(token: MarkdownToken): Link {
  const title = token.attrGet('title');
  const href = String(token.attrGet('href'));
  return { type: 'link', attrs: { href, ...(title === null ? {} : { title: String(title) }) } };
}

function isLink(mark: AdfMark): mark is Link {
  return mark.type === 'link';
}
