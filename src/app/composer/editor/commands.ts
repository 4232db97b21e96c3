import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, Selection } from 'prosemirror-state';
import { schema } from './schema';

const node = (name: string) => schema.nodes[name] as NodeType;
const mark = (name: string) => schema.marks[name] as MarkType;

/** What a button of the toolbar, or its keys, does; `isOn` is whether it holds where the selection stands. */
export interface Formatting {
  readonly run: Command;
  readonly isOn: (state: EditorState) => boolean;
}

const ofMark = (name: string): Formatting => ({
  run: toggleMark(mark(name)),
  isOn: (state) => hasMark(state, mark(name)),
});

export const formattings = {
  bold: ofMark('strong'),
  italic: ofMark('em'),
  strike: ofMark('strike'),
  code: ofMark('code'),
  bullets: list('bulletList'),
  numbers: list('orderedList'),
  quote: {
    run: (state, run) => (isInside(state, 'blockquote') ? lift(state, run) : wrapIn(node('blockquote'))(state, run)),
    isOn: (state) => isInside(state, 'blockquote'),
  },
  codeBlock: {
    run: (state, run) =>
      (isInside(state, 'codeBlock') ? setBlockType(node('paragraph')) : setBlockType(node('codeBlock')))(state, run),
    isOn: (state) => isInside(state, 'codeBlock'),
  },
} as const satisfies Readonly<Record<string, Formatting>>;

function list(name: 'bulletList' | 'orderedList'): Formatting {
  const other = name === 'bulletList' ? 'orderedList' : 'bulletList';
  return {
    run(state, dispatch) {
      if (isInside(state, name)) return liftListItem(node('listItem'))(state, dispatch);
      if (isInside(state, other)) return changeList(node(other), node(name))(state, dispatch);
      return wrapInList(node(name))(state, dispatch);
    },
    isOn: (state) => isInside(state, name),
  };
}

function changeList(from: NodeType, to: NodeType): Command {
  return ({ selection: { $from }, tr }, dispatch) => {
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type !== from) continue;
      dispatch?.(tr.setNodeMarkup($from.before(depth), to, {}));
      return true;
    }
    return false;
  };
}

export function isInside({ selection: { $from } }: EditorState, name: string): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === name) return true;
  return false;
}

function hasMark({ selection, doc, storedMarks }: EditorState, type: MarkType): boolean {
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
  return doc.rangeHasMark(selection.from, selection.to, type);
}

/** Below the last code block, quote or table nothing can be written but by this. */
export const leaveDownwards: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.after(1) !== state.doc.content.size) return false;
  const isAtEnd = $from.pos === $from.end() && Selection.atEnd(state.doc).from === $from.pos;
  if (!isAtEnd || ($from.depth === 1 && $from.parent.type.name === 'paragraph')) return false;
  if ($from.parent.type.spec.code) return exitCode(state, dispatch);
  const end = state.doc.content.size;
  const tr = state.tr.insert(end, node('paragraph').create());
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(end + 1))).scrollIntoView());
  return true;
};

export const insertLine: Command = chainCommands(exitCodeless, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(node('hardBreak').create()).scrollIntoView());
  return true;
});

/** In code a line is a line. */
function exitCodeless(state: EditorState, dispatch?: Parameters<Command>[1]): boolean {
  if (!state.selection.$from.parent.type.spec.code) return false;
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
}
