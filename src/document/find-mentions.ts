import { accountId, matchWhole } from '../patterns/patterns';
import type { AdfDocument, AdfNode } from './types';

const isAccount = matchWhole(accountId);

/**
 * The accounts that a document mentions, each once, in the order in which they come: `attrs.id` of its nodes of type
 * `mention` (Atlassian Document Format), as far as that can be an account's id. Also inside nodes that are not known, whose
 * text is read, too.
 */
export function findMentions(document: AdfDocument): string[] {
  const found = new Set<string>();
  collect(document.content, found);
  return [...found];
}

function collect(nodes: readonly AdfNode[] | null | undefined, found: Set<string>): void {
  for (const { type, attrs, content } of nodes ?? []) {
    const id = type === 'mention' ? attrs?.['id'] : null;
    if (typeof id === 'string' && isAccount.test(id)) found.add(id);
    collect(content, found);
  }
}
