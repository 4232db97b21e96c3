import { manners } from '../../../../document/markdown/markdown-manner';
import { documentToText } from '../../../../document/to-text';
import type { AdfDocument, AdfNode } from '../../../../document/types';

const [, escaped] = manners;

/**
 * A message as the text of a comment: who wrote it and when, then its words, as Markdown, of which Jira's editor makes
 * formatting when it is pasted. Nobody is mentioned by it: names stand in the place of mentions. Pure.
 * @param source its words as Markdown; null where that cannot hold them, and they stand without their formatting
 * @param by who and when, as a line above
 */
export function writeComment(
  { body, source }: { readonly body: AdfDocument; readonly source: string | null },
  by: string,
): string {
  const names = new Map(listMentions(body.content));
  const words =
    source === null
      ? documentToText(body)
      : source.replace(/\[~accountid:([^\]]+)\]/g, (mention, id: string) => names.get(id) ?? mention);
  return `${escaped.escapeText(by)}\n\n${words}`;
}

function listMentions(nodes: readonly AdfNode[]): (readonly [id: string, name: string])[] {
  return nodes.flatMap((node) =>
    node.type === 'mention'
      ? [[String(node.attrs?.['id']), String(node.attrs?.['text'] ?? '@…')] as const]
      : listMentions(node.content ?? []),
  );
}
