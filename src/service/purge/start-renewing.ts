import { setTimeout as wait } from 'node:timers/promises';
import type { RenewalStore } from '../conversation/administration';
import { type Looking, type LookLog, startLooking } from './start-looking';

/** Milliseconds between two batches, so that those who ask come first. */
const pause = 20;

/**
 * Makes the texts of messages anew that were kept under earlier rules, while the service runs. What was stopped goes on
 * where it was, on any node.
 */
export function startRenewing(store: RenewalStore, log: LookLog): Looking {
  const renewSite = async (cloudId: string, isClosed: () => boolean) => {
    while (!isClosed()) {
      const outcome = await store.renewTexts(cloudId);
      if (outcome === 'finished') log.info({ site: cloudId }, 'texts of messages renewed');
      if (outcome !== 'more') return;
      await wait(pause);
    }
  };
  const work = async (isClosed: () => boolean) => {
    for (const cloudId of await store.listStaleSites()) await renewSite(cloudId, isClosed);
  };
  return startLooking({ work, log, failure: 'renewing of texts failed' });
}
