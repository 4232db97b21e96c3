import type { NewMessage, SendAnswer, SendCount, SendQuota } from '../../conversation/conversation-store';
import { type ClaimRow, createOnce } from '../claims/claim';
import { exceeds } from './count-sends';
import type { SendResult } from './send-batch';

/**
 * Sends, or says why not and what the key sent before. Where it has to send again, the send was counted by the first
 * time.
 */
export async function sendOnce(
  { claim, quotas }: Pick<NewMessage, 'claim' | 'quotas'>,
  send: (quotas: readonly SendQuota[]) => Promise<SendResult>,
  findClaim: (key: string) => Promise<ClaimRow | null>,
  takeDraft: () => Promise<void>,
): Promise<SendAnswer> {
  let counts = null as readonly SendCount[] | null;
  const creation = await createOnce<{ readonly id: string }>({
    claim,
    create: async () => {
      const result = await send(counts === null ? quotas : []);
      counts ??= result.counts;
      if (exceeds(counts, quotas)) return 'limited';
      if (result.isBarred) return 'blocked';
      return result.id === null ? null : { id: result.id };
    },
    findClaim,
    // Its words may have been saved as a draft meanwhile, by who did not know that they had been sent.
    replay: async (id) => {
      await takeDraft();
      return { id };
    },
  });
  return { ...creation, ...(counts?.length ? { counts } : {}) };
}
