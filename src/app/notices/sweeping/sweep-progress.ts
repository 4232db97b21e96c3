import kvs from '@forge/kvs';
import { reachStorage } from '../../storage/reach-storage';

const keys = {
  first: 'sweep-watermark',
  mention: 'mention-watermark',
  reminder: 'reminder-watermark',
  due: 'due-watermark',
  hold: 'hold-watermark',
} as const;

export type LaneName = keyof typeof keys;

/**
 * How far a lane of the sweep has come: it has seen everything up to `since`. Where it stopped in the middle, it was looking up
 * to `until` and had seen all before `cursor`. Milliseconds since the epoch.
 */
export interface SweepProgress {
  readonly since: number;
  readonly pending: { readonly until: number; readonly cursor: string } | null;
}

interface Saved {
  readonly at: string;
  readonly until?: string;
  readonly cursor?: string;
}

/** Null before its first run. @throws StorageError */
export async function loadProgress(lane: LaneName): Promise<SweepProgress | null> {
  const saved = await reachStorage(() => kvs.get<Saved>(keys[lane]));
  const since = Date.parse(saved?.at ?? '');
  if (Number.isNaN(since)) return null;
  const until = Date.parse(saved?.until ?? '');
  const { cursor } = saved ?? {};
  const isPending = cursor !== undefined && !Number.isNaN(until);
  return { since, pending: isPending ? { until, cursor } : null };
}

/** @throws StorageError */
export async function saveProgress(lane: LaneName, { since, pending }: SweepProgress): Promise<void> {
  const saved: Saved = {
    at: new Date(since).toISOString(),
    ...(pending === null ? {} : { until: new Date(pending.until).toISOString(), cursor: pending.cursor }),
  };
  await reachStorage(() => kvs.set(keys[lane], saved));
}
