import type { SendCount } from '../../conversation/conversation-store';
import { claimKeys } from '../claims/claim';
import { takeDrafts } from '../drafts/take-drafts';
import type { Queries } from '../engine/database';
import { answerQuestions } from './answer-questions';
import { countSends, exceeds } from './count-sends';
import { findBarred, keepOpen } from './find-obstacles';
import { takePlaces } from './lock-places';
import { openDirects } from './open-directs';
import type { PendingSend } from './pending-send';
import { writeMessages } from './write-messages';

/** How one message of a batch fared. Without an id it was not sent: limited, blocked, refused, or its key was used. */
export interface SendResult {
  readonly id: string | null;
  /** For each of its quotas, in their order; empty where nothing was counted. */
  readonly counts: readonly SendCount[];
  /** The receiver has blocked the sender. */
  readonly isBarred: boolean;
}

/**
 * Sends the messages of one site within a transaction: short statements, each over all of them and of this site alone.
 * The results come in the order of the messages, and so do their ids within a conversation. Every rule is decided here,
 * under the locks: conversations first, then counts, keys and drafts, each in one order, so that two nodes do not wait for
 * each other in a circle. What is refused leaves nothing but its count.
 */
export async function sendBatch(
  queries: Queries,
  cloudId: string,
  sends: readonly PendingSend[],
): Promise<SendResult[]> {
  const places = await takePlaces(queries, cloudId, sends);
  const counts = await countSends(queries, cloudId, sends, places);
  const isWithin = (send: PendingSend) => !exceeds(counts.get(send) ?? [], send.quotas);
  const barred = await findBarred(queries, cloudId, sends, places);
  const admitted = sends.filter((send) => isWithin(send) && !barred.has(send));
  const open = await keepOpen(queries, cloudId, admitted, places);
  const allowed = await claimKeys(queries, cloudId, open);
  await openDirects(queries, cloudId, allowed, places);
  const ids = await writeMessages(queries, cloudId, allowed, places);
  await answerQuestions(queries, cloudId, ids, places);
  await takeDrafts(queries, cloudId, allowed);
  return sends.map((send) => ({
    id: ids.get(send) ?? null,
    counts: counts.get(send) ?? [],
    isBarred: barred.has(send),
  }));
}
