import type { ChangePermit, ChangingMessage, ConversationStore } from '../../conversation/conversation-store';
import { changeLocked } from '../conversations/change-locked';
import { takeDrafts } from '../drafts/take-drafts';
import type { Database, Queries } from '../engine/database';
import { searchableText } from '../engine/storable-text';
import { barring } from '../rows/barring.sql';
import { deleteOtherMentions, keepMentions, mentionsOf } from '../rows/mentions';
import { beforeAllIds } from '../rows/outer-ids';
import { countQuestions, holdQuestions } from '../rows/questions';
import { forgetAround } from './forget-around';

const written = { conversation: 'm.conversation_id', author: 'm.sender_id' };

export const selectChanging = {
  name: 'select-changing',
  text: `
  select m.sender_id, m.deleted_at is not null as is_deleted,
    exists (${barring({ ...written, blocked: 'm.sender_id' })})
      or exists (${barring({ ...written, blocked: 'm.origin_account' })}) as is_barred
  from message m
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.id > $4`,
};

export const updateMessage = {
  name: 'update-message',
  text: `
  update message m set body = $4, text = $5, edited_at = $6
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.deleted_at is null
  returning m.issue_id`,
};

export const eraseWords = {
  name: 'erase-words',
  text: `
  update message m set body = null, text = '', deleted_at = $4, awaits_answer = false
  where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.deleted_at is null
  returning m.id`,
};

export interface ChangingRow {
  readonly sender_id: string;
  readonly is_deleted: boolean;
  readonly is_barred: boolean;
}

export function toChangingMessage(row: ChangingRow): ChangingMessage {
  return { senderId: row.sender_id, isDeleted: row.is_deleted, isBarred: row.is_barred };
}

type Place = Parameters<ConversationStore['eraseMessage']>[0];

export async function replaceMessage(
  database: Database,
  now: Date,
  { body, text, draft, ...place }: Parameters<ConversationStore['replaceMessage']>[0],
  permit: ChangePermit,
): Promise<boolean> {
  const json = JSON.stringify(body);
  const userIds = mentionsOf(body, json, permit.callerId);
  return change(database, place, permit, async (transaction, key) => {
    const parameters = [...key, json, searchableText(text), now];
    const changed = await transaction.query<{ issue_id: string | null }>(updateMessage, parameters);
    const [message] = changed;
    if (message) {
      const mentioning = { ...place, messageId: place.id, issueId: message.issue_id, userIds };
      await transaction.query(deleteOtherMentions, [...key, userIds]);
      await keepMentions(transaction, place.cloudId, [mentioning]);
      await takeDrafts(transaction, place.cloudId, [{ sender: { id: permit.callerId }, draft: draft ?? null }]);
    }
    return changed;
  });
}

export async function eraseMessage(
  database: Database,
  now: Date,
  place: Place,
  permit: ChangePermit,
): Promise<boolean> {
  return change(database, place, permit, async (transaction, key) => {
    const asked = await holdQuestions(transaction, place.cloudId, [place.conversationId]);
    const erased = await transaction.query(eraseWords, [...key, now]);
    await countQuestions(transaction, place.cloudId, asked);
    await forgetAround(transaction, place);
    return erased;
  });
}

/** The message itself is not held: who erases it meanwhile is found by the change. */
async function change(
  database: Database,
  { cloudId, conversationId, id }: Place,
  { callerId, decide }: ChangePermit,
  write: (transaction: Queries, key: string[]) => Promise<unknown[]>,
): Promise<boolean> {
  const key = [cloudId, conversationId, id];
  const locking = { cloudId, conversationId, callerId, decide: (seen: Parameters<ChangePermit['decide']>[0]) => seen };
  return changeLocked(database, locking, async (transaction, seen) => {
    const [row] = await transaction.query<ChangingRow>(selectChanging, [...key, seen?.readsAfterId ?? beforeAllIds]);
    decide(seen, row ? toChangingMessage(row) : null);
    return (await write(transaction, key)).length > 0;
  });
}
