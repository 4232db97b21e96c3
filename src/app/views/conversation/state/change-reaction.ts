import type { ReactionName, ShownReaction } from '../../../definitions';

/** A message's quick answers once the reader has given one, or taken it back. What is so already stays as it is. Pure. */
export function changeReaction(
  known: readonly ShownReaction[],
  name: ReactionName,
  isGiven: boolean,
): readonly ShownReaction[] {
  const before = known.find((it) => it.name === name);
  if ((before?.isMine ?? false) === isGiven) return known;
  if (before === undefined) return [...known, { name, count: 1, isMine: true, people: [] }];
  const after = { ...before, isMine: isGiven, count: before.count + (isGiven ? 1 : -1) };
  return known.flatMap((it) => (it !== before ? [it] : after.count === 0 ? [] : [after]));
}
