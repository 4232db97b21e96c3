import kvs, { ForgeKvsAPIError } from '@forge/kvs';
import { reachStorage } from './reach-storage';
import { StorageError } from './storage-error';

const hour = 3_600_000;

/** `place` gives it back; `until` is when the next one may be asked for (ISO 8601, UTC). */
export type TestClaim =
  | { readonly isTaken: true; readonly place: string }
  | { readonly isTaken: false; readonly until: string };

/**
 * Takes the one test mail that a person has in each hour of the clock: a key that can be taken once, so that two tries at
 * the same moment are one mail. @throws StorageError
 */
export async function claimTestMail(accountId: string, now: number): Promise<TestClaim> {
  const current = Math.floor(now / hour);
  const place = `test-mail:${accountId}:${current}`;
  try {
    await kvs.set(place, true, { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 2, unit: 'HOURS' } });
    return { isTaken: true, place };
  } catch (error) {
    const isThere = error instanceof ForgeKvsAPIError && error.responseDetails.status === 409;
    if (!isThere) throw new StorageError(error);
    return { isTaken: false, until: new Date((current + 1) * hour).toISOString() };
  }
}

/** @throws StorageError */
export async function releaseTestMail(place: string): Promise<void> {
  await reachStorage(() => kvs.delete(place));
}
