/** Time as the platform's parts see it, so that a test can drive it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs something at that time, or at once when it is past. @returns what calls it off. */
  at(time: number, run: () => void): () => void;
}

/** setTimeout takes 2^31 ms at most; a longer wait is made of several. */
const longestWait = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  at: (time, run) => {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = time - Date.now();
      timer = left > longestWait ? setTimeout(wait, longestWait) : setTimeout(run, Math.max(0, left));
    };
    wait();
    return () => clearTimeout(timer);
  },
};
