import kvs, { ForgeKvsAPIError } from '@forge/kvs';

/**
 * The places of one second, by how many hints go with each: five hints together, which are ten operations of Realtime, a
 * token and the hint for each. A site has 50 operations a second, and views that sign in take the rest.
 */
const places = [2, 1, 2] as const;
/** A key is of its second alone: that expired ones stay for a while is in nobody's way. */
const ttl = { value: 1, unit: 'MINUTES' } as const;

/**
 * How many of these hints may be told in this second, over all invocations of the site: each place is a key that can be
 * taken once, so that however many ask at once no more are told. Whoever finds none left tells nothing. One write while
 * nobody else tells something in the same second, three at most.
 * @throws whatever keeps the storage from answering
 */
export async function claimHints(wanted: number, now = Date.now()): Promise<number> {
  const second = Math.floor(now / 1_000);
  // A single hint leaves those places that hold two to who needs both.
  const order = wanted === 1 ? [1, 0, 2] : [0, 2, 1];
  for (const place of order) if (await take(`hints:${second}:${place}`)) return Math.min(wanted, places[place] ?? 0);
  return 0;
}

async function take(key: string): Promise<boolean> {
  try {
    await kvs.set(key, true, { keyPolicy: 'FAIL_IF_EXISTS', ttl });
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.responseDetails.status === 409) return false;
    throw error;
  }
}
