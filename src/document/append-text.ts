import type { AdfMark, AdfNode } from './types';

/** The order in which ADF's own editor keeps marks. Unknown ones go last. */
const order = ['link', 'em', 'strong', 'strike', 'code'];

function rankOf({ type }: AdfMark): number {
  const rank = order.indexOf(type);
  return rank === -1 ? order.length : rank;
}

/** Adds a text behind the nodes of a paragraph. Neighbours with the same marks are one node. */
export function appendText(nodes: AdfNode[], text: string, marks: readonly AdfMark[]): void {
  if (text === '') return;
  const own = marks.toSorted((a, b) => rankOf(a) - rankOf(b));
  const last = nodes.at(-1);
  const joins = last?.type === 'text' && haveSameMarks(last.marks ?? [], own);
  if (joins) nodes.pop();
  nodes.push({
    type: 'text',
    text: (joins ? (last.text ?? '') : '') + text,
    ...(own.length === 0 ? {} : { marks: own }),
  });
}

export function isSameMark(left: AdfMark, right: AdfMark): boolean {
  return (
    left.type === right.type &&
    left.attrs?.['href'] === right.attrs?.['href'] &&
    left.attrs?.['title'] === right.attrs?.['title']
  );
}

function haveSameMarks(left: readonly AdfMark[], right: readonly AdfMark[]): boolean {
  return left.length === right.length && left.every((mark, index) => isSameMark(mark, right[index] ?? { type: '' }));
}
