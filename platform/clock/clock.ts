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

/** What `work` gives, or an error once so many milliseconds have passed by the clock. The work is not stopped. */
export async function withinTime<T>(
  clock: Clock,
  milliseconds: number,
  work: Promise<T>,
  late: () => Error,
): Promise<T> {
  let cancel = (): void => {};
  const timeUp = new Promise<never>((_resolve, reject) => {
    cancel = clock.at(clock.now() + milliseconds, () => reject(late()));
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    cancel();
  }
}
