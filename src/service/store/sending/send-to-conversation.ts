import { largestGroup } from '../../../patterns/patterns';
import type { SeenConversation, SendAnswer } from '../../conversation/conversation-store';
import type { NewConversationMessage } from '../../conversation/message-store';
import { findClaim } from '../claims/claim';
import { changeLocked } from '../conversations/change-locked';
import { listMembers } from '../conversations/members';
import { takeDrafts } from '../drafts/take-drafts';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import type { GroupCommit } from './group-commit';
import { aConversationSend, type PendingSend } from './pending-send';
import { type SendResult, sendBatch } from './send-batch';
import { sendOnce } from './send-once';

/**
 * A send into a conversation that is there. No id comes back for one that is refused (no such conversation, archived,
 * not a member), and it leaves no claim on its key.
 */
export async function sendToConversation(
  database: Queries,
  commit: GroupCommit,
  clock: Clock,
  message: NewConversationMessage,
): Promise<SendAnswer> {
  return sendInto(database, clock, message, false, (send) => commit.send(message.cloudId, send));
}

/** The same where the sender may have to join: a transaction of its own, in which the rule is asked under the lock. */
export async function joinAndSend(
  database: Database,
  clock: Clock,
  message: NewConversationMessage,
  decide: (seen: SeenConversation | null) => 'send' | 'join',
): Promise<SendAnswer | 'too-many'> {
  const { cloudId, conversationId, sender } = message;
  const locking = { cloudId, conversationId, callerId: sender.id, decide };
  return changeLocked(database, locking, async (transaction, decision) => {
    if (decision === 'join') {
      const members = await listMembers(transaction, cloudId, conversationId);
      if (members.length >= largestGroup) return 'too-many';
    }
    return sendInto(transaction, clock, message, true, async (send) => {
      const [result] = await sendBatch(transaction, cloudId, [send]);
      if (!result) throw new Error('A send gave nothing back.');
      return result;
    });
  });
}

async function sendInto(
  queries: Queries,
  clock: Clock,
  message: NewConversationMessage,
  joins: boolean,
  send: (one: PendingSend) => Promise<SendResult>,
): Promise<SendAnswer> {
  const { cloudId, conversationId, sender } = message;
  return sendOnce(
    message,
    (quotas) => send(aConversationSend(clock, { ...message, quotas }, joins)),
    (key) => findClaim(queries, [cloudId, sender.id, key, conversationId, null, null]),
    () => takeDrafts(queries, cloudId, [{ sender, draft: message.draft ?? null }]),
  );
}
