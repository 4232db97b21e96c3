import kvs, { ForgeKvsAPIError } from '@forge/kvs';
import { reachStorage } from '../../storage/reach-storage';
import { StorageError } from '../../storage/storage-error';

/**
 * Longer than any function of the app runs: whoever has begun a mail and not settled it by then was ended in between.
 * Such a mail is begun anew. It may so come twice, where it was sent and its mark was not; it is never lost.
 */
const beginAnewAfterMs = 600_000;
/** Longer than the sweep looks back. */
const ttl = { value: 2, unit: 'DAYS' } as const;

interface Mark {
  readonly at: string;
  readonly isSettled: boolean;
}

/** What is known of the mail about a message to a person; `begun`: another run is at it, for so many seconds at most. */
export type MailState =
  | { readonly state: 'open' | 'left' | 'settled' }
  | { readonly state: 'begun'; readonly seconds: number };

/** @throws StorageError */
export async function readMailState(messageId: string, accountId: string): Promise<MailState> {
  const mark = await reachStorage(() => kvs.get<Mark>(keyOf(messageId, accountId)));
  if (mark === undefined) return { state: 'open' };
  if (mark.isSettled) return { state: 'settled' };
  const left = Date.parse(mark.at) + beginAnewAfterMs - Date.now();
  return left > 0 ? { state: 'begun', seconds: Math.ceil(left / 1000) } : { state: 'left' };
}

/**
 * Takes on the mail; false when another run has in this moment.
 * @param state what was read of it: one that was left is taken over
 * @throws StorageError
 */
export async function claimMail(messageId: string, accountId: string, state: 'open' | 'left'): Promise<boolean> {
  const keyPolicy = state === 'open' ? 'FAIL_IF_EXISTS' : 'OVERRIDE';
  try {
    await kvs.set(keyOf(messageId, accountId), makeMark(false), { keyPolicy, ttl });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw new StorageError(error);
  }
}

/** It was sent, or refused for good: nobody takes it on any more. @throws StorageError */
export async function settleMail(messageId: string, accountId: string): Promise<void> {
  const options = { keyPolicy: 'OVERRIDE', ttl } as const;
  await reachStorage(() => kvs.set(keyOf(messageId, accountId), makeMark(true), options));
}

/** Gives it back after a failure that may pass. @throws StorageError */
export async function releaseMail(messageId: string, accountId: string): Promise<void> {
  await reachStorage(() => kvs.delete(keyOf(messageId, accountId)));
}

function makeMark(isSettled: boolean): Mark {
  return { at: new Date().toISOString(), isSettled };
}

function keyOf(messageId: string, accountId: string): string {
  return `mailed:${messageId}:${accountId}`;
}

/** Atlassian documents that the key policy refuses, and not with which code (November 2026). */
function isTaken(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && (error.responseDetails.status === 409 || /EXISTS/.test(error.code));
}
