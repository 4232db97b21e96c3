import { randomUUID } from 'node:crypto';
import type { PurgeStore } from '../conversation/administration';
import { purgeSite } from './purge-site';
import { type Looking, type LookLog, startLooking } from './start-looking';

/** Purges by itself what sites keep for too long. Each site is purged hourly, whoever looks first. */
export function startPurging(store: PurgeStore, log: LookLog, every?: number): Looking {
  const holder = randomUUID();
  // The last run of this process or of an earlier one may have been stopped before it got that far.
  let hasTraces = true;
  const work = async (isClosed: () => boolean) => {
    const sites = await store.listSitesToPurge();
    for (const cloudId of sites) {
      const { messages, drafts, reports, isFinished } = await purgeSite(store, cloudId, holder, isClosed);
      if (isFinished) log.info({ site: cloudId, messages, drafts, reports }, 'purged');
      if (messages + drafts + reports > 0) hasTraces = true;
    }
    if (sites.length === 0 || !hasTraces || isClosed()) return;
    await store.clearTraces();
    hasTraces = false;
  };
  return startLooking({ work, log, failure: 'purge failed', ...(every === undefined ? {} : { every }) });
}
