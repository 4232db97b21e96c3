import type { PurgeStep, PurgeStore } from '../conversation/administration';

/** What came of the purge of one site. */
export interface PurgedSite {
  /** How many messages this node took away. */
  readonly messages: number;
  /** False when another node does it, or goes on with it, or there is nothing to do (any more). */
  readonly isFinished: boolean;
}

/** Purges what a site keeps for too long, batch by batch, while this node has the lease. */
export async function purgeSite(store: PurgeStore, cloudId: string, holder: string): Promise<PurgedSite> {
  const lease = await store.leasePurge(cloudId, holder);
  if (lease === null) return { messages: 0, isFinished: false };
  for (let step: PurgeStep = { doneId: null, messages: 0 }; ; ) {
    const result = await store.purgeBatch(lease, step);
    if (result.outcome === 'lost') return { messages: step.messages, isFinished: false };
    if (result.outcome === 'finished') return { messages: result.messages, isFinished: true };
    step = result.step;
  }
}
