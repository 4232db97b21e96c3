import kvs, { ForgeKvsAPIError } from '@forge/kvs';
import { reachStorage } from '../storage/reach-storage';
import { StorageError } from '../storage/storage-error';

/**
 * Takes on the mail about this message to this person; false when another run has. Kept for two days, longer than any
 * retry. @throws StorageError
 */
export async function claimMail(messageId: string, accountId: string): Promise<boolean> {
  try {
    const options = { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 2, unit: 'DAYS' } } as const;
    await kvs.set(keyOf(messageId, accountId), { at: new Date().toISOString() }, options);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw new StorageError(error);
  }
}

/** Whether a run has taken it on already. @throws StorageError */
export async function wasMailed(messageId: string, accountId: string): Promise<boolean> {
  return (await reachStorage(() => kvs.get(keyOf(messageId, accountId)))) !== undefined;
}

/** Gives it back after a failure that may pass. @throws StorageError */
export async function releaseMail(messageId: string, accountId: string): Promise<void> {
  await reachStorage(() => kvs.delete(keyOf(messageId, accountId)));
}

function keyOf(messageId: string, accountId: string): string {
  return `mailed:${messageId}:${accountId}`;
}

/** Atlassian documents that the key policy refuses, and not with which code (November 2026). */
function isTaken(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && (error.responseDetails.status === 409 || /EXISTS/.test(error.code));
}
