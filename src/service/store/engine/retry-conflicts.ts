import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable } from '../../errors/store-unavailable';
import { isConflict, isReadOnly } from './sql-state';

const tries = 3;

/** Milliseconds, at most, before the second try; twice that before the third. */
const pause = 20;

/**
 * Runs what the engine may refuse because of another one's work at the same time (serialization failure, deadlock).
 * Nothing was done then, and the same again is right. `work` is told which time it is, from 1 on; what was refused the
 * first time because the connection only reads may be tried another way.
 * The pauses are random, so that two do not meet again.
 * @throws StoreUnavailable when it was refused three times.
 */
export async function retryConflicts<Result>(work: (round: number) => Promise<Result>): Promise<Result> {
  for (let round = 1; ; round += 1) {
    try {
      return await work(round);
    } catch (error) {
      if (!isConflict(error) && !(round === 1 && isReadOnly(error))) throw error;
      if (round === tries) {
        throw new StoreUnavailable('Others wrote to the same rows again and again.', { cause: error, reason: 'slow' });
      }
      await wait(Math.random() * pause * round);
    }
  }
}
