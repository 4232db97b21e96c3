import kvs from '@forge/kvs';
import { reachStorage } from './reach-storage';

const key = 'realtime-probe';

/** What Realtime said to the queue's function. */
export interface RealtimeProbe {
  readonly outcome: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Null while nobody has asked. @throws StorageError */
export async function loadRealtimeProbe(): Promise<RealtimeProbe | null> {
  return (await reachStorage(() => kvs.get<RealtimeProbe>(key))) ?? null;
}

/** @throws StorageError */
export async function keepRealtimeProbe(probe: RealtimeProbe): Promise<void> {
  await reachStorage(() => kvs.set(key, probe));
}
