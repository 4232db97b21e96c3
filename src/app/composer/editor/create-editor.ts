import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, Selection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { markdownRules } from './input-rules';
import { type KeyActions, keys } from './keys';
import { bringsPicture, cleanPastedHtml, isFileAlone, pasteIntoCode } from './paste';

export interface EditorActions extends KeyActions {
  /** After each change of words or selection. */
  readonly onChange: (wordsChanged: boolean) => void;
  readonly onPicture: () => void;
  /** While it holds no words change; the field keeps the focus. */
  readonly isLocked: () => boolean;
  /** Keys before all others, for the list of people. True where one was used. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onBlur: () => void;
}

export interface Editor {
  readonly view: EditorView;
  /** With other words, and nothing to undo. */
  readonly show: (doc: Node) => void;
}

export function createEditor(place: HTMLElement, doc: Node, actions: EditorActions): Editor {
  const plugins = [markdownRules(), ...keys(actions), history()];
  const view = new EditorView(
    { mount: place },
    {
      state: EditorState.create({ doc, plugins }),
      dispatchTransaction(transaction) {
        if (transaction.docChanged && actions.isLocked()) {
          // What the browser has put there already goes again.
          view.updateState(view.state);
          return;
        }
        view.updateState(view.state.apply(transaction));
        actions.onChange(transaction.docChanged);
      },
      transformPastedHTML: cleanPastedHtml,
      handleKeyDown: (_view, event) => actions.onKey(event),
      handlePaste: (_view, event) => takePaste(event.clipboardData),
      handleDrop: (_view, event) => takePaste(event.dataTransfer),
      handleDOMEvents: {
        blur: () => {
          actions.onBlur();
          return false;
        },
      },
    },
  );
  function takePaste(data: DataTransfer | null): boolean {
    // Once the words beside it stand: each change of words ends what was said before.
    if (bringsPicture(data)) queueMicrotask(actions.onPicture);
    // Of what comes with words the words are taken.
    return isFileAlone(data) || pasteIntoCode(view, data);
  }
  return {
    view,
    show(next) {
      const state = EditorState.create({ doc: next, plugins });
      view.updateState(state.apply(state.tr.setSelection(Selection.atEnd(next))));
      actions.onChange(true);
    },
  };
}
