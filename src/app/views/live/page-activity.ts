/** How long a view listens on while nobody does anything and nothing comes, in milliseconds. */
const idleAfter = 1_800_000;

let lastSign = Date.now();
let heardUntil = 0;
const wakers = new Set<() => void>();

/** Somebody does something on this page, or something came. */
export function noteActivity(): void {
  lastSign = Date.now();
  for (const wake of wakers) wake();
}

/** Whether nobody has done anything here for long. */
export function isIdle(): boolean {
  return Date.now() - lastSign >= idleAfter;
}

/** Calls back each time that somebody does something. @returns what ends that. */
export function watchActivity(onSign: () => void): () => void {
  wakers.add(onSign);
  return () => wakers.delete(onSign);
}

/** Hints are heard on this page until then, in milliseconds since the epoch. */
export function noteHeard(until: number): void {
  heardUntil = until;
}

/** Whether nothing has to be looked for: hints are heard, or nobody is here. */
export function isQuiet(): boolean {
  return Date.now() < heardUntil || isIdle();
}
