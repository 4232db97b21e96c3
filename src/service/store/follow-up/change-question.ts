import type { ChangePermit, SeenConversation } from '../../conversation/conversation-store';
import type { QuestionChange } from '../../conversation/question-store';
import { changeLocked } from '../conversations/change-locked';
import type { Database } from '../engine/database';
import { type ChangingRow, selectChanging, toChangingMessage } from '../messages/change-message';
import { beforeAllIds } from '../rows/outer-ids';
import { countQuestions } from '../rows/questions';

export const updateQuestion = {
  name: 'update-question',
  text: `
  update message m set awaits_answer = $4
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.deleted_at is null and m.awaits_answer <> $4`,
};

/** As the conversation knows it afterwards; the rule is asked under its lock. */
export async function changeQuestion(
  database: Database,
  { cloudId, conversationId, messageId, isOpen }: QuestionChange,
  { callerId, decide }: ChangePermit,
): Promise<void> {
  const message = [cloudId, conversationId, messageId];
  const locking = { cloudId, conversationId, callerId, decide: (seen: SeenConversation | null) => seen };
  await changeLocked(database, locking, async (transaction, seen) => {
    const asked = [...message, seen?.readsAfterId ?? beforeAllIds];
    const [row] = await transaction.query<ChangingRow>(selectChanging, asked);
    decide(seen, row ? toChangingMessage(row) : null);
    await transaction.query(updateQuestion, [...message, isOpen]);
    await countQuestions(transaction, cloudId, [conversationId]);
  });
}
