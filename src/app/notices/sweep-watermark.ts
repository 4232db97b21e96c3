import kvs from '@forge/kvs';
import { reachStorage } from '../storage/reach-storage';

const key = 'sweep-watermark';

/** Up to when the sweep has seen everything, in milliseconds since the epoch; null before its first run. @throws StorageError */
export async function readWatermark(): Promise<number | null> {
  const saved = await reachStorage(() => kvs.get<{ at: string }>(key));
  const at = saved === undefined ? Number.NaN : Date.parse(saved.at);
  return Number.isNaN(at) ? null : at;
}

/** @throws StorageError */
export async function saveWatermark(at: number): Promise<void> {
  await reachStorage(() => kvs.set(key, { at: new Date(at).toISOString() }));
}
