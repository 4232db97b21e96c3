/**
 * The rule of a 401 whose `field` is `token.iat`: how old a genuine token is by the clock of the service, in seconds; less
 * than none for one that was made later than now. A token of Forge lives 25 seconds and is made for its call, so that
 * this is how far the two clocks are apart.
 */
export function writeTokenClock(seconds: number): string {
  const apart = Math.abs(Math.round(seconds));
  return `must be of now: by the clock of this service the token ${seconds < 0 ? `was made ${apart} s ahead of now` : `is ${apart} s old`}`;
}

/** The seconds of such a rule; null for another text. */
export function readTokenClock(rule: string): number | null {
  const [, ahead, old] = /\b(?:made (\d{1,12}) s ahead of now|is (\d{1,12}) s old)$/.exec(rule) ?? [];
  if (old !== undefined) return Number(old);
  return ahead === undefined ? null : -Number(ahead);
}
