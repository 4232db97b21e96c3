/** So many operations in any stretch of `window` milliseconds, and not one more. */
export interface OperationLimit {
  /** @returns whether these may be done; only then do they count. */
  take(count?: number): boolean;
}

export function createOperationLimit(most: number, window: number, now: () => number): OperationLimit {
  let taken: number[] = [];
  return {
    take: (count = 1) => {
      const time = now();
      taken = taken.filter((before) => before > time - window);
      if (taken.length + count > most) return false;
      taken.push(...Array<number>(count).fill(time));
      return true;
    },
  };
}
