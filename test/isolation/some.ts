/** As many of these at most, chosen at random. */
export function some<T>(all: readonly T[], pick: () => number, most: number): T[] {
  const left = [...all];
  const taken: T[] = [];
  while (taken.length < most && left.length > 0) taken.push(...left.splice(Math.floor(pick() * left.length), 1));
  return taken;
}
