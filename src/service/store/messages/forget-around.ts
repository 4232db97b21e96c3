import { deleteEdits } from '../drafts/take-drafts';
import type { Queries } from '../engine/database';
import { deleteReactions } from '../rows/delete-reactions';
import { deleteMentions } from '../rows/mentions';

interface Place {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly id: string;
}

/** What goes with the words of a message: edits under way, quick answers, and whom it mentioned. */
export async function forgetAround(transaction: Queries, { cloudId, conversationId, id }: Place): Promise<void> {
  await transaction.query(deleteEdits, [cloudId, [id]]);
  await transaction.query(deleteReactions, [cloudId, [conversationId], [id]]);
  await transaction.query(deleteMentions, [cloudId, [conversationId], [id]]);
}
