import kvs, { ForgeKvsAPIError } from '@forge/kvs';
import { reachStorage } from '../../storage/reach-storage';
import { StorageError } from '../../storage/storage-error';

/**
 * Longer than any function of the app runs: whoever has begun a mail and not settled it by then was ended in between.
 * Such a mail is begun anew. It may so come twice, where it was sent and its mark was not; it is never lost.
 */
const beginAnewAfterMs = 600_000;
/** Longer than the sweep looks back for a reminder, and than the settings count. */
const ttl = { value: 8, unit: 'DAYS' } as const;

/**
 * How a mail ended: Jira took it, or there is none. `held`: Jira took the one mail about all that was held, which has a mark
 * of its own.
 */
export type MailEnd = 'mailed' | 'held' | 'closed';

export interface Mark {
  /** When it was begun, and once it is settled when it was that. ISO 8601, UTC. */
  readonly at: string;
  readonly isSettled: boolean;
  /** Absent in marks of the release before, which were mailed for the most part. */
  readonly end?: MailEnd;
}

/** What is known of a mail; `begun`: another run is at it, for so many seconds at most. */
export type MailState =
  | { readonly state: 'open' | 'left' }
  | { readonly state: 'settled'; readonly end: MailEnd; readonly atMs: number }
  | { readonly state: 'begun'; readonly seconds: number };

/** Of the mail whose mark has this key. @throws StorageError */
export async function readMark(key: string): Promise<MailState> {
  const mark = await reachStorage(() => kvs.get<Mark>(key));
  if (mark === undefined) return { state: 'open' };
  const atMs = Date.parse(mark.at);
  if (mark.isSettled) return { state: 'settled', end: mark.end ?? 'mailed', atMs };
  const left = atMs + beginAnewAfterMs - Date.now();
  return left > 0 ? { state: 'begun', seconds: Math.ceil(left / 1000) } : { state: 'left' };
}

/**
 * Takes on the mail; false when another run has in this moment.
 * @param state what was read of it: one that was left is taken over
 * @throws StorageError
 */
export async function claimMark(key: string, state: 'open' | 'left'): Promise<boolean> {
  const keyPolicy = state === 'open' ? 'FAIL_IF_EXISTS' : 'OVERRIDE';
  try {
    await kvs.set(key, { ...now(), isSettled: false }, { keyPolicy, ttl });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw new StorageError(error);
  }
}

/** Nobody takes it on any more. @throws StorageError */
export async function settleMark(key: string, end: MailEnd): Promise<void> {
  const mark: Mark = { ...now(), isSettled: true, end };
  await reachStorage(() => kvs.set(key, mark, { keyPolicy: 'OVERRIDE', ttl }));
}

/** Gives it back after a failure that may pass. @throws StorageError */
export async function releaseMark(key: string): Promise<void> {
  await reachStorage(() => kvs.delete(key));
}

function now(): { readonly at: string } {
  return { at: new Date().toISOString() };
}

/** Atlassian documents that the key policy refuses, and not with which code (November 2026). */
function isTaken(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && (error.responseDetails.status === 409 || /EXISTS/.test(error.code));
}
