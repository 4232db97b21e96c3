import type { AdfDocument, AdfNode } from '../../../document/types';
import { previewMarks } from '../../definitions/preview-marks';

/** In the place of a name: neither an account id, nor what a sender may have put there. */
const nameless = '@…';
const anyMark = new RegExp(`[${previewMarks.begin}${previewMarks.end}]`, 'g');

/**
 * The document with nobody's name in it: what a sender wrote beside an id is never shown, since it could name somebody
 * else. The view puts the names there that Jira has for its reader.
 */
export function hideMentions(document: AdfDocument): AdfDocument {
  return { ...document, content: document.content.map((node) => change(node, () => nameless)) };
}

/** The same for a text of one line, with each mentioned id between marks. */
export function markMentions(document: AdfDocument): AdfDocument {
  const mark = (id: string) => `${previewMarks.begin}${id.replace(anyMark, '')}${previewMarks.end}`;
  return { ...document, content: document.content.map((node) => change(node, mark)) };
}

function change(node: AdfNode, write: (id: string) => string): AdfNode {
  if (node.type === 'mention') return { ...node, attrs: { ...node.attrs, text: write(String(node.attrs?.['id'])) } };
  if (typeof node.text === 'string') return { ...node, text: node.text.replace(anyMark, '') };
  return node.content ? { ...node, content: node.content.map((child) => change(child, write)) } : node;
}
