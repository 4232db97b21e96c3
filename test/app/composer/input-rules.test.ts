import type { Node } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import { EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { markdownRules } from '../../../src/app/composer/editor/input-rules';
import { schema } from '../../../src/app/composer/editor/schema';

/** What stands in the field after these lines were typed key by key, with Enter between them, in short. */
function type(lines: readonly string[]): string {
  const rules = markdownRules();
  let state = EditorState.create({ schema, plugins: [rules] });
  const dispatch = (tr: Transaction): void => {
    state = state.apply(tr);
  };
  const press = (key: string): void => {
    const { from, to } = state.selection;
    const view = { state, dispatch, composing: false } as unknown as EditorView;
    const isTaken = rules.props.handleTextInput?.call(rules, view, from, to, key, () => state.tr) === true;
    if (!isTaken) dispatch(state.tr.insertText(key, from, to));
  };
  for (const [at, line] of lines.entries()) {
    if (at > 0) splitListItem(schema.nodes['listItem'] as never)(state, dispatch);
    for (const key of line) press(key);
  }
  return outline(state.doc);
}

const names: Readonly<Record<string, string>> = { bulletList: 'bullets', orderedList: 'numbers', listItem: 'item' };

/** `bullets(item(one) item(two))` */
function outline(node: Node): string {
  if (node.isText) return node.text ?? '';
  const parts: string[] = [];
  node.forEach((child) => {
    parts.push(outline(child));
  });
  const name = names[node.type.name];
  return name === undefined ? parts.join(' ') : `${name}(${parts.join(' ')})`;
}

test.each([
  [['- one', '- two', '* three'], 'bullets(item(one) item(two) item(three))'],
  [['1. one', '2. two', '3) three'], 'numbers(item(one) item(two) item(three))'],
  // Of another kind it is one within the item.
  [['- one', '1. two'], 'bullets(item(one) item(numbers(item(two))))'],
  // Words before the sign keep it.
  [['- one', 'a - b'], 'bullets(item(one) item(a - b))'],
  // Nothing was begun before the first item.
  [['- - one'], 'bullets(item(bullets(item(one))))'],
])('%j are %s', (lines, drawn) => {
  expect(type(lines)).toBe(drawn);
});
