import { randomUUID } from 'node:crypto';
import type { PurgeStore } from '../conversation/administration';
import { purgeSite } from './purge-site';

/** Milliseconds between two looks at what is due. Each site is purged hourly, whoever looks first. */
const lookEvery = 5 * 60 * 1000;

export interface PurgeLog {
  info(what: Readonly<Record<string, unknown>>, message: string): void;
  warn(what: Readonly<Record<string, unknown>>, message: string): void;
}

/** Looks now and then, for as long as the service runs. */
export interface Purging {
  /** Looks at once; does nothing while a look is under way. */
  look(): Promise<void>;
  /** Resolves when a batch that is under way is committed. */
  close(): Promise<void>;
}

/** Purges by itself what sites keep for too long. A failure is logged and left to the next look, or to another node. */
export function startPurging(store: PurgeStore, log: PurgeLog, every = lookEvery): Purging {
  const holder = randomUUID();
  let looking: Promise<void> | null = null;
  let isClosed = false;
  // The last run of this process or of an earlier one may have been stopped before it got that far.
  let hasTraces = true;
  const look = () => {
    looking ??= purgeAll().finally(() => {
      looking = null;
    });
    return looking;
  };
  const purgeAll = async () => {
    try {
      const sites = await store.listSitesToPurge();
      for (const cloudId of sites) {
        const { messages, drafts, isFinished } = await purgeSite(store, cloudId, holder, () => isClosed);
        if (isFinished) log.info({ site: cloudId, messages, drafts }, 'purged');
        if (messages + drafts > 0) hasTraces = true;
      }
      if (sites.length === 0 || !hasTraces || isClosed) return;
      await store.clearTraces();
      hasTraces = false;
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'purge failed');
    }
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
