import { setTimeout as wait } from 'node:timers/promises';
import type { RenewalStore } from '../conversation/administration';
import type { PurgeLog } from './start-purging';

/** Milliseconds between two looks, and between two batches, so that those who ask come first. */
const lookEvery = 5 * 60 * 1000;
const pause = 20;

export interface Renewing {
  /** Looks at once; does nothing while a look is under way. */
  look(): Promise<void>;
  /** Resolves when a batch that is under way is committed. */
  close(): Promise<void>;
}

/**
 * Makes the texts of messages anew that were kept under earlier rules, while the service runs. What was stopped goes on
 * where it was, on any node. A failure is logged and left to the next look.
 */
export function startRenewing(store: RenewalStore, log: PurgeLog, every = lookEvery): Renewing {
  let looking: Promise<void> | null = null;
  let isClosed = false;
  const renewSite = async (cloudId: string) => {
    while (!isClosed) {
      const outcome = await store.renewTexts(cloudId);
      if (outcome === 'finished') log.info({ site: cloudId }, 'texts of messages renewed');
      if (outcome !== 'more') return;
      await wait(pause);
    }
  };
  const renewAll = async () => {
    try {
      for (const cloudId of await store.listStaleSites()) await renewSite(cloudId);
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'renewing of texts failed');
    }
  };
  const look = () => {
    looking ??= renewAll().finally(() => {
      looking = null;
    });
    return looking;
  };
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return {
    look,
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await looking;
    },
  };
}
