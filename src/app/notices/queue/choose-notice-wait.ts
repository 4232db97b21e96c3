/** The first wait, and the longest that the platform grants to a consumer; in seconds. */
const shortest = 60;
const longest = 900;

/**
 * How long a notice waits before its next try, in whole seconds, 1 to 900: as long as was asked for, else twice as long
 * each time, and up to a fifth more by chance.
 * @param tries how often it was tried so far, 1 or more
 * @param chance 0 to 1
 */
export function chooseNoticeWait(asked: number | null, tries: number, chance: number = Math.random()): number {
  const wait = asked ?? shortest * 2 ** Math.min(tries - 1, 4) * (1 + chance / 5);
  return Math.min(longest, Math.max(1, Math.ceil(wait)));
}
