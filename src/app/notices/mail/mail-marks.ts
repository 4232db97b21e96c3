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
export const markPrefixes = { first: 'mailed:', reminder: 'reminded:' } as const;

/** The mail about a message, or the reminder of it: each has a mark of its own for each receiver. */
export interface Marked {
  readonly messageId: string;
  readonly isReminder: boolean;
}

/** How a mail ended: Jira took it, or there is none. */
export type MailEnd = 'mailed' | 'closed';

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

/** @throws StorageError */
export async function readMailState(marked: Marked, accountId: string): Promise<MailState> {
  const mark = await reachStorage(() => kvs.get<Mark>(keyOf(marked, accountId)));
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
export async function claimMail(marked: Marked, accountId: string, state: 'open' | 'left'): Promise<boolean> {
  const keyPolicy = state === 'open' ? 'FAIL_IF_EXISTS' : 'OVERRIDE';
  try {
    await kvs.set(keyOf(marked, accountId), { ...now(), isSettled: false }, { keyPolicy, ttl });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw new StorageError(error);
  }
}

/** Nobody takes it on any more. @throws StorageError */
export async function settleMail(marked: Marked, accountId: string, end: MailEnd): Promise<void> {
  const mark: Mark = { ...now(), isSettled: true, end };
  await reachStorage(() => kvs.set(keyOf(marked, accountId), mark, { keyPolicy: 'OVERRIDE', ttl }));
}

/** Gives it back after a failure that may pass. @throws StorageError */
export async function releaseMail(marked: Marked, accountId: string): Promise<void> {
  await reachStorage(() => kvs.delete(keyOf(marked, accountId)));
}

function now(): { readonly at: string } {
  return { at: new Date().toISOString() };
}

function keyOf({ messageId, isReminder }: Marked, accountId: string): string {
  return `${markPrefixes[isReminder ? 'reminder' : 'first']}${messageId}:${accountId}`;
}

/** Atlassian documents that the key policy refuses, and not with which code (November 2026). */
function isTaken(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && (error.responseDetails.status === 409 || /EXISTS/.test(error.code));
}
