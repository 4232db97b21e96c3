import type { Node } from 'prosemirror-model';
import { EditorState, Selection } from 'prosemirror-state';

/** Other words, with what was typed in `shown` since it was `known` behind them: a key may come between two words from elsewhere. */
export function carryTyped(known: Node, shown: Node, given: Node): Node {
  const start = known.content.findDiffStart(shown.content);
  const ends = known.content.findDiffEnd(shown.content);
  if (start === null || ends === null) return given;
  // Of a letter that stands there twice both ends may count the same one.
  const end = ends.b + Math.max(0, start - Math.min(ends.a, ends.b));
  const { from } = Selection.atEnd(given);
  return EditorState.create({ doc: given }).tr.replace(from, from, shown.slice(start, end)).doc;
}
