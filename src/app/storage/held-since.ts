import kvs from '@forge/kvs';
import { reachStorage } from './reach-storage';

/** The platform's most. An absence may last longer, which is two years at most; nobody has come back from it meanwhile. */
const ttl = { value: 365, unit: 'DAYS' } as const;

/**
 * Since when this person was told of nothing by a hold whose end met the next one; null where there is no such.
 * Milliseconds since the epoch. @throws StorageError
 */
export async function loadHeldSince(to: string): Promise<number | null> {
  const kept = await reachStorage(() => kvs.get<{ since: string }>(keyOf(to)));
  const since = Date.parse(kept?.since ?? '');
  return Number.isNaN(since) ? null : since;
}

/** For the end of the hold that goes on now. @throws StorageError */
export async function keepHeldSince(to: string, since: number): Promise<void> {
  const value = { since: new Date(since).toISOString() };
  await reachStorage(() => kvs.set(keyOf(to), value, { keyPolicy: 'OVERRIDE', ttl }));
}

/** All since then is told. @throws StorageError */
export async function dropHeldSince(to: string): Promise<void> {
  await reachStorage(() => kvs.delete(keyOf(to)));
}

function keyOf(to: string): string {
  return `held-since:${to}`;
}
