import { flatten, type HostNode, readText } from './host-node';

interface Action {
  readonly text: string;
  readonly onClick: () => void;
}

/** A message as one sees it in a list. */
export interface SeenMessage {
  /** Who stands above it, or above the message that it goes on with. */
  readonly author: string;
  readonly isHead: boolean;
  /** What stands beside the author, and what it says where one points at it. */
  readonly time: string;
  readonly wholeTime: string;
  readonly text: string;
  readonly edited: string | null;
  readonly state: 'there' | 'saving' | 'failed';
  /** Opens and closes what can be done with it; null where nothing can. */
  readonly menu: (() => void) | null;
  /** What stands there to be pressed now. */
  readonly actions: readonly Action[];
}

/** Every message that is drawn, in order. What became of a group is none. */
export function listItems(root: HostNode): HostNode[] {
  return flatten(root).filter(
    (node) =>
      isItem(node) && flatten(node).some(({ type }) => type === 'AdfRenderer' || type === 'Em' || type === 'TextArea'),
  );
}

const isItem = ({ type, props }: HostNode): boolean => type === 'Box' && props['role'] === 'listitem';

export function seeMessages(items: readonly HostNode[]): SeenMessage[] {
  const seen: SeenMessage[] = [];
  for (const item of items) seen.push(seeMessage(item, seen.at(-1) ?? null));
  return seen;
}

export function seeMessage(item: HostNode, before: SeenMessage | null): SeenMessage {
  const [, words, end] = item.children[0]?.children ?? [];
  if (words === undefined || end === undefined) throw new Error('This is no message');
  const parts = words.children[0]?.children ?? [];
  const head = parts.find((node) => node.type === 'Inline' && node.children[0]?.type === 'Heading');
  const body = parts.filter((node) => node !== head);
  const tooltips = body.flatMap(flatten).filter(({ type }) => type === 'Tooltip');
  const buttons = [...body, end].flatMap(flatten).filter(({ type }) => type === 'Button');
  const isFailed = body.flatMap(flatten).some(({ props }) => props['color'] === 'color.text.danger');
  const menu = flatten(end).find(({ type }) => type === 'Pressable')?.props['onClick'];
  const time = head?.children[1];
  return {
    author: head === undefined ? (before?.author ?? '') : readText(head.children[0] as HostNode),
    isHead: head !== undefined,
    time: time === undefined ? (before?.time ?? '') : readText(time),
    wholeTime: time === undefined ? (before?.wholeTime ?? '') : String(time.props['content']),
    text: body
      .map((node) => readText(without(node, ['Tooltip', 'Link'])))
      .filter((text) => text !== '')
      .join('\n'),
    edited: tooltips[0] === undefined ? null : readText(tooltips[0]),
    state: isFailed ? 'failed' : menu === undefined && readText(end) !== '' ? 'saving' : 'there',
    menu: (menu as (() => void) | undefined) ?? null,
    actions: buttons.map((node) => ({ text: readText(node), onClick: node.props['onClick'] as () => void })),
  };
}

/** A node without what is said beside the words: when it was edited, and what it is about. */
function without(node: HostNode, types: readonly string[]): HostNode {
  return { ...node, children: node.children.filter((it) => !types.includes(it.type)).map((it) => without(it, types)) };
}
