import type { SendCount } from '../../conversation/conversation-store';
import { claimKeys } from '../claims/claim';
import { takeDrafts } from '../drafts/take-drafts';
import type { Transaction } from '../engine/database';
import { answerQuestions } from './answer-questions';
import { countSends, exceeds } from './count-sends';
import { findBarred, isOpen, takeSenders } from './find-obstacles';
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
 * each other in a circle. What is refused leaves nothing but its count. It waits for answers three times: for what is
 * there, for the keys, and, with the commit, for what it wrote.
 */
export async function sendBatch(
  transaction: Transaction,
  cloudId: string,
  sends: readonly PendingSend[],
): Promise<SendResult[]> {
  const { places, counts, barred, members } = await lookAround(transaction, cloudId, sends);
  const isWithin = (send: PendingSend) => !exceeds(counts.get(send) ?? [], send.quotas);
  const admitted = sends.filter((send) => isWithin(send) && !barred.has(send) && isOpen(send, places, members));
  const allowed = await claimKeys(transaction, cloudId, admitted);
  await openDirects(transaction, cloudId, allowed, places);
  const ids = writeMessages(transaction, cloudId, allowed, places);
  answerQuestions(transaction, cloudId, ids, places);
  transaction.goAlong(takeDrafts(transaction, cloudId, allowed));
  return sends.map((send) => ({
    id: ids.get(send) ?? null,
    counts: counts.get(send) ?? [],
    isBarred: barred.has(send),
  }));
}

/**
 * Takes the conversations, counts, and finds what stands against a send. A message that names the ends of a conversation
 * is counted and looked at by them; one that names its id has to wait for what the conversation is.
 */
async function lookAround(transaction: Transaction, cloudId: string, sends: readonly PendingSend[]) {
  const taken = takePlaces(transaction, cloudId, sends);
  const known = sends.every(({ place }) => place.kind === 'direct') ? new Map() : await taken;
  const [places, counts, barred, members] = await Promise.all([
    taken,
    countSends(transaction, cloudId, sends, known),
    findBarred(transaction, cloudId, sends, known),
    takeSenders(transaction, cloudId, sends),
  ]);
  return { places, counts, barred, members };
}
