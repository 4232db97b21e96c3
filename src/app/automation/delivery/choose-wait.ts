/** What the platform takes as a wait between two tries, in seconds. */
const longest = 900;

/**
 * How long to wait before the next try, in whole seconds, 1 to 900. Where the other side said when to come back, not
 * before that; else twice as long each time. What is added by chance grows with each try, so that the many messages of
 * a storm come back one after the other and not all at the moment at which a limit ends.
 * @param tries how often it was tried so far, 1 or more
 * @param chance 0 to 1
 */
export function chooseWait(retryAfter: number | null, tries: number, chance: number = Math.random()): number {
  const asked = retryAfter ?? 5 * 2 ** Math.min(tries - 1, 8);
  const spread = Math.max(5, Math.min(asked, 60)) * Math.min(tries, 5);
  return Math.min(longest, Math.max(1, Math.ceil(asked + chance * spread)));
}
