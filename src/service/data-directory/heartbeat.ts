import { setTimeout as wait } from 'node:timers/promises';
import { findLastLock, readBeat, touchLock } from './lock-files';

/** Milliseconds between two beats, and without one for which an owner that cannot be seen is taken for dead. */
export const beatEvery = 5_000;
export const deadAfter = 20_000;

export interface Heartbeat {
  stop(): void;
}

/**
 * Keeps the lock's file fresh, for processes that cannot see this one: those of other containers and machines.
 * `onLost` is called when another owner has stepped in, as it may when this process stood still for 20 s.
 */
export function startHeartbeat(directory: string, number: number, onLost: () => void): Heartbeat {
  let isStopped = false;
  const beat = async () => {
    const last = await findLastLock(directory);
    // Its lock may have been released while this looked.
    if (isStopped) return;
    if (last !== number) onLost();
    else await touchLock(directory, number);
  };
  // A disk that does not answer at the moment is no reason to give up: the store meets it, too.
  const timer = setInterval(() => void beat().catch(() => {}), beatEvery);
  timer.unref();
  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}

/**
 * Whether an owner that cannot be seen is alive: its file is touched while this looks on. This looks on for longer than
 * a beat in any case, since the clock that the file's time is from may be wrong. It takes up to 5 s where the owner
 * lives; where it does not, 6 s, and until 20 s after its last beat.
 */
export async function isBeating(directory: string, number: number): Promise<boolean> {
  const first = await readBeat(directory, number);
  for (const began = Date.now(); ; await wait(500)) {
    const last = await readBeat(directory, number);
    // Released, or taken over: whoever asks looks again.
    if (last === null || first === null) return false;
    if (last !== first) return true;
    const now = Date.now();
    if (now - began > beatEvery + 1_000 && now - Math.min(first, began) > deadAfter) return false;
  }
}
