import kvs from '@forge/kvs';
import { reachStorage } from '../../storage/reach-storage';
import { pushEvent } from '../queue/push-event';

/** `held`: it was neither told nor put off, so that the next run has to see it again. */
export type SweptMail = 'done' | 'held';

/**
 * Puts an event of the sweep off into the queue, once however often the sweep sees it: the sweep never comes back to it, so
 * that the queue has to. Never throws.
 * @param key what it is about, and whom
 */
export async function putOff(
  key: string,
  event: Parameters<typeof pushEvent>[0],
  delayInSeconds: number,
): Promise<SweptMail> {
  const mark = `put-off:${key}`;
  const options = { keyPolicy: 'OVERRIDE', ttl: { value: 8, unit: 'DAYS' } } as const;
  try {
    if ((await reachStorage(() => kvs.get(mark))) !== undefined) return 'done';
    await pushEvent(event, delayInSeconds);
  } catch {
    return 'held';
  }
  // Without its mark it may be put off twice, and is still told once.
  await kvs.set(mark, { at: new Date().toISOString() }, options).catch(() => undefined);
  return 'done';
}
