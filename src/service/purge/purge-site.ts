import type { PurgeStep, PurgeStore } from '../conversation/administration';

/** What came of the purge of one site. */
export interface PurgedSite {
  /** How many messages and drafts this node took away. */
  readonly messages: number;
  readonly drafts: number;
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
  let step: PurgeStep = { doneId: null, messages: 0, drafts: 0 };
  while (lease !== null && !isToStop()) {
    const result = await store.purgeBatch(lease, step);
    if (result.outcome === 'finished') {
      return { messages: result.messages, drafts: result.drafts, isFinished: true };
    }
    if (result.outcome === 'lost') break;
    step = result.step;
  }
  return { messages: step.messages, drafts: step.drafts, isFinished: false };
}
