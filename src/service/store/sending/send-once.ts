import type { NewMessage, SendAnswer, SendCount, SendQuota } from '../../conversation/conversation-store';
import { type ClaimRow, createOnce } from '../claims/claim';
import type { SendResult } from './send-batch';

/**
 * Sends, or says why not and what the key sent before. Where it has to send again, the send was counted by the first
 * time.
 */
export async function sendOnce(
  { claim, quota }: Pick<NewMessage, 'claim' | 'quota'>,
  send: (quota: SendQuota | null) => Promise<SendResult>,
  findClaim: (key: string) => Promise<ClaimRow | null>,
): Promise<SendAnswer> {
  let count: SendCount | null = null;
  const creation = await createOnce<{ readonly id: string }>({
    claim,
    create: async () => {
      const result = await send(count === null ? quota : null);
      count ??= result.count;
      if (quota && count && count.sends > quota.limit) return 'limited';
      if (result.isBarred) return 'blocked';
      return result.id === null ? null : { id: result.id };
    },
    findClaim,
    replay: async (id) => ({ id }),
  });
  return { ...creation, ...(count === null ? {} : { count }) };
}
