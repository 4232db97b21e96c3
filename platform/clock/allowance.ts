/** So many of something that one invocation may do. */
export interface Allowance {
  /** @returns whether this one is still within it. */
  take(): boolean;
}

const minute = 60;

/** 100 for each minute, begun or whole, that a function may run (DAC/limits-invocation). @param seconds its time limit. */
export function allowPerMinute(seconds: number): Allowance {
  let left = 100 * Math.ceil(seconds / minute);
  return {
    take: () => {
      left -= 1;
      return left >= 0;
    },
  };
}
