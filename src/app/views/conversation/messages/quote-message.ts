import { textToDocument } from '../../../../document/from-text';
import { manners } from '../../../../document/markdown/markdown-manner';
import { documentToText } from '../../../../document/to-text';
import type { AdfDocument, AdfNode } from '../../../../document/types';
import type { Words } from '../../../definitions/composer';

const [, escaped] = manners;

/** How much of a message is quoted, in characters: there has to be room for an answer. */
const longest = 500;

/**
 * What somebody wrote as a quotation, with a line to write on below it. Its words without their formatting, and without
 * what it quotes itself; nobody is mentioned by it. Pure.
 * @param by whose words they are, as a line above them
 */
export function quoteMessage({ body }: { readonly body: AdfDocument | null }, by: string): Words {
  // A line that is set in would be code in Markdown.
  const text = cut(sayOwn(body?.content ?? []).replace(/^[ \t]+/gm, ''));
  const head: AdfNode = { type: 'paragraph', content: [{ type: 'text', text: by, marks: [{ type: 'em' }] }] };
  const quotation = { type: 'blockquote', content: [head, ...textToDocument(text).content] };
  const lines = [`*${escapeMarkdown(by)}*`, '', ...escapeMarkdown(text).split('\n')];
  return {
    document: { version: 1, type: 'doc', content: [quotation, { type: 'paragraph', content: [] }] },
    markdown: `${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`,
  };
}

function sayOwn(content: readonly AdfNode[]): string {
  const say = (nodes: readonly AdfNode[]) => documentToText({ version: 1, type: 'doc', content: nodes });
  return say(content.filter(({ type }) => type !== 'blockquote')) || say(content);
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** What Markdown would read as its own. An address stays as it is, which a backslash would lead elsewhere. */
function escapeMarkdown(text: string): string {
  const parts = text.split(/(https?:\/\/\S+)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : escaped.escapeText(part))).join('');
}
