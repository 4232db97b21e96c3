import type { SeenConversation } from '../../conversation/conversation-store';
import type { Database, Transaction } from '../engine/database';
import { findConversation } from './find-conversation';

/** Changes of one conversation come one after the other, and after the sends that are under way. */
export const lockConversation = {
  name: 'lock-conversation',
  text: `
  select c.id from conversation c where c.cloud_id = $1 and c.id = $2 for no key update of c`,
};

/** A conversation, whose view of it counts, and what that view allows. */
interface Locking<Decision> {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly callerId: string;
  readonly decide: (seen: SeenConversation | null) => Decision;
}

/**
 * Decides and changes in one transaction, which holds the conversation: whoever came first has changed it already, and
 * nobody can until this is done. What `decide` or `change` throws leaves nothing.
 */
export function changeLocked<Decision, Result>(
  database: Database,
  { cloudId, conversationId, callerId, decide }: Locking<Decision>,
  change: (transaction: Transaction, decision: Decision) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (transaction) => {
    // A statement of its own, so that those below see what was committed while this one waited.
    await transaction.query(lockConversation, [cloudId, conversationId]);
    const decision = decide(await findConversation(transaction, cloudId, conversationId, callerId));
    return change(transaction, decision);
  });
}
