import { findMentions } from '../../../document/find-mentions';
import type { AdfDocument } from '../../../document/types';
import type { Queries } from '../engine/database';

/** Of those who are mentioned the members to whom the message is open, once each. A mention that is there stays as it is. */
export const insertMentions = {
  name: 'insert-mentions',
  text: `
  insert into mention (cloud_id, user_id, conversation_id, message_id, issue_id)
  select m.cloud_id, m.user_id, m.conversation_id, t.message_id, t.issue_id
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as t (conversation_id, message_id, user_id, issue_id)
  join member m on m.cloud_id = $1 and m.conversation_id = t.conversation_id and m.user_id = t.user_id
    and (m.history_after_id is null or t.message_id > m.history_after_id)
  on conflict (cloud_id, user_id, conversation_id, message_id) do nothing`,
};

/** Of a message all of whose mentions are these ($4). */
export const deleteOtherMentions = {
  name: 'delete-other-mentions',
  text: `
  delete from mention n
  where n.cloud_id = $1 and n.conversation_id = $2 and n.message_id = $3 and n.user_id <> all ($4::text[])`,
};

/** With a message that loses its words go the mentions in it. */
export const deleteMentions = {
  name: 'delete-mentions',
  text: `
  delete from mention n
  using unnest($2::uuid[], $3::uuid[]) as p (conversation_id, message_id)
  where n.cloud_id = $1 and n.conversation_id = p.conversation_id and n.message_id = p.message_id`,
};

/** Where somebody is mentioned. */
export interface Mentioning {
  readonly conversationId: string;
  readonly messageId: string;
  readonly issueId: string | null;
  /** The accounts that the message names, whoever they are. */
  readonly userIds: readonly string[];
}

/**
 * The accounts that somebody's document mentions, they themselves left out.
 * @param json the same as text: what does not hold the word is not looked through, which is most
 */
export function mentionsOf(document: AdfDocument, json: string, senderId: string): readonly string[] {
  return json.includes('"mention"') ? findMentions(document).filter((id) => id !== senderId) : [];
}

/** Keeps who is mentioned, and asks for nothing where nobody is. The conversations are held by this transaction. */
export async function keepMentions(queries: Queries, cloudId: string, messages: readonly Mentioning[]): Promise<void> {
  const rows = messages.flatMap(({ userIds, ...place }) => userIds.map((userId) => ({ ...place, userId })));
  if (rows.length === 0) return;
  await queries.query(insertMentions, [
    cloudId,
    rows.map(({ conversationId }) => conversationId),
    rows.map(({ messageId }) => messageId),
    rows.map(({ userId }) => userId),
    rows.map(({ issueId }) => issueId),
  ]);
}
