import type { MarkType } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { isSafeLink } from '../../../document/safe-link';
import { schema } from './schema';

const link = schema.marks['link'] as MarkType;

/** What someone typed as an address: as it is, or completed as browsers do; null where it is none that the gate takes. */
export function normaliseAddress(typed: string): string | null {
  const address = typed.trim();
  if (isSafeLink(address)) return address;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s:/?#@]+\.[^\s:/?#@]{2,}(?:[/?#:]\S*)?$/.test(address) ? `https://${address}` : null;
}

/** The address of the link that the selection is in; null where it is in none. */
export function addressAt({ doc, selection: { from, $from, empty } }: EditorState): string | null {
  const marks = empty ? $from.marks() : (doc.nodeAt(from)?.marks ?? []);
  const found = link.isInSet(marks);
  return found ? String(found.attrs['href']) : null;
}

/** The selected words, or all of the link that the caret is in, as a link to there; with nothing selected the address itself. */
export function setLink(state: EditorState, href: string): Transaction {
  const { from, to } = linkedRange(state);
  if (from === to) return state.tr.replaceSelectionWith(schema.text(href, [link.create({ href })]), false);
  return state.tr.removeMark(from, to, link).addMark(from, to, link.create({ href }));
}

export function removeLink(state: EditorState): Transaction {
  const { from, to } = linkedRange(state);
  return state.tr.removeMark(from, to, link);
}

function linkedRange(state: EditorState): { from: number; to: number } {
  const { selection, doc } = state;
  if (!selection.empty) return { from: selection.from, to: selection.to };
  const href = addressAt(state);
  let { from, to } = selection;
  const isLinked = (at: number) => link.isInSet(doc.nodeAt(at)?.marks ?? [])?.attrs['href'] === href;
  if (href === null) return { from, to };
  while (from > selection.$from.start() && isLinked(from - 1)) from -= 1;
  while (to < selection.$from.end() && isLinked(to)) to += 1;
  return { from, to };
}
