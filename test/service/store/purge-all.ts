import type { PurgeLease, PurgeOutcome, PurgeStore } from '../../../src/service/conversation/administration';

/** A whole run, batch by batch. */
export async function purgeAll(store: PurgeStore, lease: PurgeLease): Promise<PurgeOutcome> {
  let result = await store.purgeBatch(lease, { doneId: null, messages: 0, drafts: 0, reports: 0 });
  while (result.outcome === 'more') result = await store.purgeBatch(lease, result.step);
  return result;
}
