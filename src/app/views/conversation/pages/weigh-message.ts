import type { ShownMessage } from '../../../definitions';

/** Lines that a message takes beside its words: who wrote it and when, and the gap below it. */
const around = 2;
/** Characters of a line where the column has the width of its page. */
const ofLine = 90;

/** About how many lines a message takes on the screen: a view is not told how high anything is. */
export function weighMessage({ body, issue }: Pick<ShownMessage, 'body' | 'issue'>): number {
  return around + (issue === null ? 0 : 1) + (body === null ? 1 : countLines(body));
}

interface Part {
  readonly text?: unknown;
  readonly content?: readonly Part[] | null | undefined;
}

/** Text that stands in a node by itself is a block of lines; what else is in it stands below each other. */
function countLines({ content }: Part): number {
  const parts = content ?? [];
  const words = parts.reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : 0), 0);
  const blocks = parts.reduce((sum, part) => sum + (part.content == null ? 0 : countLines(part)), 0);
  return Math.max(1, Math.ceil(words / ofLine) + blocks);
}
