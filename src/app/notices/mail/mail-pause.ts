import kvs from '@forge/kvs';
import { reachStorage } from '../../storage/reach-storage';

/** At most one mail in this time about a conversation to a person. Milliseconds. */
const pause = 3_600_000;

/** For how many seconds no mail about this conversation goes to this person; 0 when one may. @throws StorageError */
export async function loadMailPause(conversationId: string, accountId: string): Promise<number> {
  const last = await reachStorage(() => kvs.get<{ at: string }>(keyOf(conversationId, accountId)));
  // By the time that it holds: the platform may keep what has expired for two days more.
  const end = last === undefined ? 0 : Date.parse(last.at) + pause;
  return Math.max(0, Math.ceil((end - Date.now()) / 1000));
}

/** @throws StorageError */
export async function beginMailPause(conversationId: string, accountId: string): Promise<void> {
  const value = { at: new Date().toISOString() };
  const options = { keyPolicy: 'OVERRIDE', ttl: { value: 1, unit: 'HOURS' } } as const;
  await reachStorage(() => kvs.set(keyOf(conversationId, accountId), value, options));
}

function keyOf(conversationId: string, accountId: string): string {
  return `mail-pause:${conversationId}:${accountId}`;
}
