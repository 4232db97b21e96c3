import type { ReactionName } from '../../../contract/reaction-names';
import type { Message } from '../../../contract/resources';
import type { Queries } from '../engine/database';
import { type MessageRow, toMessage } from './message-row';

/** Of these messages: each name with how many gave it, whether $4 did, and the first ten, the name that came first at first. */
export const selectReactions = {
  name: 'select-reactions',
  text: `
  select r.message_id, r.name, count(*)::integer as count, bool_or(r.user_id = $4) as is_mine,
    (array_agg(r.user_id order by r.reacted_at, r.user_id))[1:10] as users
  from unnest($2::uuid[], $3::uuid[]) as p (conversation_id, message_id)
  join reaction r on r.cloud_id = $1 and r.conversation_id = p.conversation_id and r.message_id = p.message_id
  group by r.message_id, r.name
  order by min(r.reacted_at), r.name`,
};

interface ReactionRow {
  readonly message_id: string;
  readonly name: ReactionName;
  readonly count: number;
  readonly is_mine: boolean;
  readonly users: readonly string[];
}

/** Makes messages of rows, as whoever reads them is to see them. */
export type ToMessage = (row: MessageRow) => Message;

/**
 * Looks for the quick answers to the messages of a page: one statement for all of them, and none where nobody ever gave
 * any of these one.
 */
export async function openMessages(
  queries: Queries,
  { cloudId, callerId }: { readonly cloudId: string; readonly callerId: string },
  rows: readonly MessageRow[],
): Promise<ToMessage> {
  // A list brings a message as the last one and as one about its issue.
  const byId = new Map(rows.filter((row) => row.is_reacted && row.deleted_at === null).map((row) => [row.id, row]));
  const answered = [...byId.values()];
  if (answered.length === 0) return toMessage;
  const found = await queries.query<ReactionRow>(selectReactions, [
    cloudId,
    answered.map((row) => row.conversation_id),
    answered.map(({ id }) => id),
    callerId,
  ]);
  const ofMessages = groupByMessage(found);
  return (row) => {
    const reactions = ofMessages.get(row.id)?.map(toReaction);
    return { ...toMessage(row), ...(reactions && { reactions }) };
  };
}

function toReaction({ name, count, is_mine: mine, users }: ReactionRow) {
  return { name, count, mine, users: [...users] };
}

function groupByMessage(found: readonly ReactionRow[]): ReadonlyMap<string, ReactionRow[]> {
  const ofMessages = new Map<string, ReactionRow[]>();
  for (const row of found) ofMessages.set(row.message_id, [...(ofMessages.get(row.message_id) ?? []), row]);
  return ofMessages;
}
