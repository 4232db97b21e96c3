import type { AdfDocument, AdfNode } from '../../../document/types';
import { isAccountId } from '../../site/is-account-id';

/** Whom these documents mention, each once. */
export function findMentions(documents: readonly (AdfDocument | null)[]): string[] {
  const ids = new Set<string>();
  const visit = ({ type, attrs, content }: AdfNode): void => {
    const id = type === 'mention' ? attrs?.['id'] : undefined;
    if (typeof id === 'string' && isAccountId(id)) ids.add(id);
    for (const node of content ?? []) visit(node);
  };
  for (const document of documents) for (const node of document?.content ?? []) visit(node);
  return [...ids];
}
