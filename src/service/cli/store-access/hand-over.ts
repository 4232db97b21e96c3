import { setTimeout as wait } from 'node:timers/promises';
import { askOwner } from '../../data-directory/ask-owner';
import type { ControlAnswer } from '../../data-directory/control-message';
import { DirectoryLocked } from '../../data-directory/lock-data-directory';

/** An owner that starts is there before it listens, in ms. */
const handOverTimeoutMs = 15_000;

/**
 * Has a request answered: here, where the store is on a server or its directory is free; else by the process that owns
 * the directory.
 * @throws DirectoryLocked when the owner takes no commands, and whatever else `answerHere` throws.
 */
export async function handOver(request: unknown, answerHere: () => Promise<ControlAnswer>): Promise<ControlAnswer> {
  for (const deadline = Date.now() + handOverTimeoutMs; ; await wait(200)) {
    try {
      return await answerHere();
    } catch (error) {
      if (!(error instanceof DirectoryLocked)) throw error;
      const answer = await askOwner(error.directory, request);
      if (answer) return answer;
      if (Date.now() > deadline) throw error;
    }
  }
}
