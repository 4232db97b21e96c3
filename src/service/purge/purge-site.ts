import type { PurgeStep, PurgeStore } from '../conversation/administration';

/** What came of the purge of one site. */
export interface PurgedSite {
  /** How many messages and drafts this node took away, and reports or their words. */
  readonly messages: number;
  readonly drafts: number;
  readonly reports: number;
  /** False when it was told to stop, when another node does it or goes on with it, or there is nothing to do (any more). */
  readonly isFinished: boolean;
}

/**
 * Purges what a site keeps for too long, batch by batch, while this node has the lease and until it is to stop. A run
 * that stopped is taken up by any node when the lease has ended.
 */
export async function purgeSite(
  store: PurgeStore,
  cloudId: string,
  holder: string,
  isToStop: () => boolean,
): Promise<PurgedSite> {
  const lease = await store.leasePurge(cloudId, holder);
  let step: PurgeStep = { doneId: null, messages: 0, drafts: 0, reports: 0 };
  while (lease !== null && !isToStop()) {
    const result = await store.purgeBatch(lease, step);
    if (result.outcome === 'finished') {
      const { messages, drafts, reports } = result;
      return { messages, drafts, reports, isFinished: true };
    }
    if (result.outcome === 'lost') break;
    step = result.step;
  }
  const { messages, drafts, reports } = step;
  return { messages, drafts, reports, isFinished: false };
}
