import type { ReadMessage } from './reader';
import type { Acknowledged, Record } from './record';

/** What is wrong with what was read, by what the writers were told. All of it is to be 0. */
export interface Verdict {
  /** Acknowledged, and not there. */
  readonly missing: number;
  /** There more than once. */
  readonly doubled: number;
  /** There, though nobody sent it. */
  readonly unknown: number;
  /** With other words than the last change that was acknowledged. */
  readonly changed: number;
  /** One that was begun after another one had been acknowledged stands before it. */
  readonly disordered: number;
}

/** @param read all messages of each conversation, once, in the order in which they were read. */
export function judge(record: Record, read: readonly (readonly ReadMessage[])[]): Verdict {
  const found = new Map(read.flat().map((message) => [message.id, message]));
  const missing = record.acknowledged.filter(({ id }) => !found.has(id));
  const changed = record.acknowledged.filter(({ id, now }) => {
    const message = found.get(id);
    return message !== undefined && (now === null ? !message.isDeleted : message.text !== now);
  });
  const ids = new Set(record.acknowledged.map(({ id }) => id));
  const given = new Set(record.abandoned.map(({ text }) => text));
  const others = read.flat().filter(({ id }) => !ids.has(id));
  return {
    missing: missing.length,
    doubled: read.flat().length - found.size + (record.acknowledged.length - ids.size) + countRepeated(others),
    unknown: others.filter(({ text }) => !given.has(text)).length,
    changed: changed.length,
    disordered: read.reduce((sum, messages) => sum + countDisordered(record.acknowledged, messages), 0),
  };
}

/** What was given up may be there, once. */
function countRepeated(messages: readonly ReadMessage[]): number {
  return messages.length - new Set(messages.map(({ text }) => text)).size;
}

function countDisordered(acknowledged: readonly Acknowledged[], messages: readonly ReadMessage[]): number {
  const places = new Map(messages.map(({ id }, place) => [id, place]));
  const here = acknowledged.filter(({ id }) => places.has(id));
  const answered = [...here].sort((one, other) => one.answeredAt - other.answeredAt);
  let [next, last, wrong] = [0, -1, 0];
  for (const { begunAt, id } of [...here].sort((one, other) => one.begunAt - other.begunAt)) {
    // The last place of all that were acknowledged before this one was begun.
    for (let one = answered[next]; one !== undefined && one.answeredAt < begunAt; one = answered[next]) {
      last = Math.max(last, places.get(one.id) ?? 0);
      next += 1;
    }
    if ((places.get(id) ?? 0) < last) wrong += 1;
  }
  return wrong;
}
