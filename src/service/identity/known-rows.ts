/** Milliseconds after which rows are read again, unless told otherwise: what another node has changed is known by then. */
export const refreshAfter = 30_000;

/** Milliseconds in which names that nobody has make the rows be read once at most, whoever sends them. */
const cooldown = 1_000;

/** Few rows of the store, all of which this node remembers for a while. */
export interface KnownRows<Row> {
  all(): Promise<readonly Row[]>;
  /** Null for an id that no row has. One that was made a moment ago is found. */
  find(id: string): Promise<Row | null>;
  /** All of them, as they are now. */
  readAgain(): Promise<readonly Row[]>;
}

/**
 * Reads the rows when they are needed, and not more often: when `life` milliseconds are over, and when an id is sought
 * that is not among them. Requests at the same time share a reading. One that failed is tried again by the next request.
 */
export function createKnownRows<Row extends { readonly id: string }>(
  list: () => Promise<readonly Row[]>,
  now: () => Date,
  life: number,
): KnownRows<Row> {
  let last: { readonly at: number; readonly rows: Promise<ReadonlyMap<string, Row>> } | null = null;
  let soughtInVainAt = Number.NEGATIVE_INFINITY;

  const read = (oldest: number): Promise<ReadonlyMap<string, Row>> => {
    const at = now().getTime();
    if (last !== null && at - last.at < oldest) return last.rows;
    const reading = { at, rows: list().then((rows) => new Map(rows.map((row) => [row.id, row]))) };
    reading.rows.catch(() => {
      soughtInVainAt = Number.NEGATIVE_INFINITY;
      if (last === reading) last = null;
    });
    last = reading;
    return reading.rows;
  };

  return {
    all: async () => [...(await read(life)).values()],
    readAgain: async () => [...(await read(0)).values()],
    async find(id) {
      const known = (await read(life)).get(id);
      if (known !== undefined) return known;
      const at = now().getTime();
      if (at - soughtInVainAt < cooldown) return (await last?.rows)?.get(id) ?? null;
      // Counted apart from other readings: another node may have made the row a moment after one of those.
      soughtInVainAt = at;
      const found = (await read(0)).get(id);
      // Who makes several rows one after the other finds each at once.
      if (found !== undefined) soughtInVainAt = Number.NEGATIVE_INFINITY;
      return found ?? null;
    },
  };
}
