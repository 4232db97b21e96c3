import type { NodeType } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { MentionedPerson } from '../../definitions/composer';
import { schema } from './schema';

/** What stands behind an `@` before the caret, and where the `@` is. */
export interface MentionQuery {
  readonly from: number;
  readonly search: string;
}

/** A name may have a blank in it; no more than three words and 40 characters are looked for. */
const pattern = /(?:^|[\s(\ufffc])@((?:[\p{L}\p{N}.'_-]{0,40})(?: [\p{L}\p{N}.'_-]{1,40}){0,2})$/u;

export function findQuery({ selection: { $from, empty } }: EditorState): MentionQuery | null {
  if (!empty || $from.parent.type.spec.code || $from.marks().some(({ type }) => type.name === 'code')) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const search = pattern.exec(before)?.[1];
  return search === undefined ? null : { from: $from.pos - search.length - 1, search };
}

/** The person in the place of what was typed, with a blank behind. */
export function insertMention(state: EditorState, { from }: MentionQuery, { id, name }: MentionedPerson): Transaction {
  const mention = (schema.nodes['mention'] as NodeType).create({ id, text: `@${name}` });
  const to = state.selection.from;
  return state.tr.replaceWith(from, to, [mention, schema.text(' ')]).scrollIntoView();
}
