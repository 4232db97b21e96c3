/** Milliseconds of a window. */
export const windowLength = 60_000;

/** How often something happened in the window that ends then. Times are milliseconds since the epoch. */
export interface WindowCount {
  readonly count: number;
  readonly endsAt: number;
}

/**
 * Counts by text and by minute of the clock, in memory. When there are more than `capacity`, what was counted least
 * lately is forgotten first.
 */
export class WindowCounter {
  // A Map keeps the order of insertion, and every count inserts anew.
  readonly #counts = new Map<string, WindowCount>();

  constructor(readonly capacity: number) {}

  /** Counts one more. */
  add(key: string, now: number): WindowCount {
    const { count, endsAt } = this.look(key, now);
    return this.#keep(key, { count: count + 1, endsAt });
  }

  /** What was counted so far. */
  look(key: string, now: number): WindowCount {
    const kept = this.#counts.get(key);
    return kept !== undefined && kept.endsAt > now ? kept : { count: 0, endsAt: endOfWindow(now) };
  }

  /** Takes over what was counted elsewhere, where that is more or of a later window. */
  raise(key: string, other: WindowCount): WindowCount {
    const kept = this.#counts.get(key);
    const isLess = kept === undefined || kept.endsAt < other.endsAt;
    return isLess || (kept.endsAt === other.endsAt && kept.count < other.count) ? this.#keep(key, other) : kept;
  }

  #keep(key: string, count: WindowCount): WindowCount {
    this.#counts.delete(key);
    this.#counts.set(key, count);
    if (this.#counts.size > this.capacity) {
      const [eldest] = this.#counts.keys();
      if (eldest !== undefined) this.#counts.delete(eldest);
    }
    return count;
  }
}

function endOfWindow(now: number): number {
  return (Math.floor(now / windowLength) + 1) * windowLength;
}
