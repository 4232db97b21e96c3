import type { NewMessage, SendAnswer } from '../../conversation/conversation-store';
import { findClaim } from '../claims/claim';
import { takeDrafts } from '../drafts/take-drafts';
import type { Clock } from '../engine/clock';
import type { Queries } from '../engine/database';
import { orderPair } from '../rows/direct-pair';
import type { GroupCommit } from './group-commit';
import { aDirectSend } from './pending-send';
import { sendOnce } from './send-once';

export async function sendDirect(
  database: Queries,
  commit: GroupCommit,
  clock: Clock,
  message: NewMessage,
): Promise<SendAnswer> {
  const { cloudId, sender, recipientId } = message;
  const { lowId, highId } = orderPair(sender.id, recipientId);
  return sendOnce(
    message,
    (quotas) => commit.send(cloudId, aDirectSend(clock, { ...message, quotas })),
    (key) => findClaim(database, [cloudId, sender.id, key, null, lowId, highId]),
    () => takeDrafts(database, cloudId, [{ sender, draft: message.draft ?? null }]),
  );
}
