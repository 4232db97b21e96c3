import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { formattings, insertLine, isInside, leaveDownwards } from './commands';
import { schema } from './schema';

/** What the page does at a key, beside what the editor does to its words. */
export interface KeyActions {
  readonly enterSends: () => boolean;
  readonly send: () => void;
  /** False where there is nothing to leave. */
  readonly leave: () => boolean;
  /** False where the last message is not to be edited. */
  readonly editLast: () => boolean;
  readonly openLink: () => void;
}

const listItem = schema.nodes['listItem'] as NodeType;

const makeLine: Command = chainCommands(splitListItem(listItem), baseKeymap['Enter'] as Command);

/** Cmd is tried beside Ctrl on every system: which of them a keyboard has is not the system's to say. */
const withEitherKey = (name: string, command: Command) => ({ [`Ctrl-${name}`]: command, [`Meta-${name}`]: command });

export function keys({ enterSends, send, leave, editLast, openLink }: KeyActions): Plugin[] {
  const sending: Command = () => {
    send();
    return true;
  };
  const eitherWay =
    (whenTurned: Command, otherwise: Command): Command =>
    (state, run, view) =>
      (enterSends() ? whenTurned : otherwise)(state, run, view);
  // What has lines of its own goes on by them: an empty item leaves its list, as ever.
  const sendOutsideOfLines: Command = (state, run, view) =>
    isInside(state, 'codeBlock') || isInside(state, 'listItem')
      ? makeLine(state, run, view)
      : sending(state, run, view);
  const editLastIfEmpty: Command = ({ doc }) => isEmpty(doc) && editLast();
  const own: Record<string, Command> = {
    Enter: eitherWay(sendOutsideOfLines, makeLine),
    ...withEitherKey('Enter', sending),
    'Shift-Enter': eitherWay(makeLine, insertLine),
    ...withEitherKey('b', formattings.bold.run),
    ...withEitherKey('i', formattings.italic.run),
    ...withEitherKey('e', formattings.code.run),
    ...withEitherKey('Shift-x', formattings.strike.run),
    ...withEitherKey('Shift-8', formattings.bullets.run),
    ...withEitherKey('Shift-7', formattings.numbers.run),
    ...withEitherKey('Shift-9', formattings.quote.run),
    ...withEitherKey('k', () => {
      openLink();
      return true;
    }),
    ...withEitherKey('z', undo),
    ...withEitherKey('Shift-z', redo),
    ...withEitherKey('y', redo),
    Backspace: chainCommands(undoInputRule, baseKeymap['Backspace'] as Command),
    // Tab leaves the field but within a list, so that the keyboard is never caught.
    Tab: sinkListItem(listItem),
    'Shift-Tab': liftListItem(listItem),
    ArrowDown: leaveDownwards,
    ArrowUp: editLastIfEmpty,
    Escape: leave,
  };
  return [keymap(own), keymap(baseKeymap)];
}

export function isEmpty(doc: {
  readonly childCount: number;
  readonly textContent: string;
  readonly content: { readonly size: number };
}): boolean {
  return doc.childCount <= 1 && doc.textContent === '' && doc.content.size <= 2;
}
