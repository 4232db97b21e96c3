import type { AdfDocument, AdfNode } from '../../../document/types';
import { isolateText } from '../../definitions';
import type { People } from './look-up-people';

/** In the place of a name that Jira does not give: neither an account id, nor what a sender may have put there. */
const nameless = '@…';

/**
 * The document with everyone whom it mentions under the name that Jira has for them now. What a sender wrote beside the
 * id is never shown: it could name somebody else.
 */
export function nameMentions(document: AdfDocument, people: People): AdfDocument {
  return { ...document, content: document.content.map((node) => nameIn(node, people)) };
}

function nameIn(node: AdfNode, people: People): AdfNode {
  if (node.type === 'mention') {
    const name = people.get(String(node.attrs?.['id']))?.name ?? null;
    return { ...node, attrs: { ...node.attrs, text: name === null ? nameless : `@${isolateText(name)}` } };
  }
  return node.content ? { ...node, content: node.content.map((child) => nameIn(child, people)) } : node;
}
