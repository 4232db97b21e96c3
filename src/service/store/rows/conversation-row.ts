import type { Conversation } from '../../../contract/resources';
import type { SeenConversation } from '../../conversation/conversation-store';
import { inMilliseconds } from '../engine/milliseconds';

/** A conversation with one caller's membership; `role` is null for who is not a member. */
export interface ConversationRow {
  readonly cloud_id: string;
  readonly id: string;
  readonly low_id: string | null;
  readonly high_id: string | null;
  readonly name: string;
  readonly topic: string;
  readonly privacy: Conversation['privacy'];
  readonly is_archived: boolean;
  /** Milliseconds since 1970. */
  readonly created_at: number;
  readonly modified_at: number;
  readonly role: 'owner' | 'member' | null;
  readonly public_from_id: string | null;
  readonly issue_id: string | null;
  readonly issue_key: string | null;
}

/** Of a conversation and one caller. */
export interface SeenRow extends ConversationRow {
  readonly reads_after_id: string | null;
}

/** The columns of the table alone, under the alias `c`; what depends on the caller is added by each statement. */
export const conversationColumns = `c.cloud_id, c.id, c.low_id, c.high_id, c.name, c.topic, c.privacy, c.public_from_id,
    c.issue_id, c.issue_key, ${inMilliseconds('c.created_at')}, ${inMilliseconds('c.modified_at')}`;

/** A direct conversation is archived for each end apart, up to a message, and a group for everyone. Over `c` and `m`. */
export const isArchivedToMember = `case when c.low_id is null then c.is_archived
    else m.hidden_id is not null and (c.last_message_id is null or c.last_message_id <= m.hidden_id) end`;

/** Only what is later is open to the caller. Over `c` and `m`. */
export const readsAfterColumn = `case when m.user_id is null then c.public_from_id else m.history_after_id end as reads_after_id`;

/** Conversations as one caller sees them, each a row for `toSeenConversation`; `caller` is the statement's parameter with their id. */
export const selectSeen = (caller: `$${number}`) => `
  select ${conversationColumns}, ${isArchivedToMember} as is_archived, ${readsAfterColumn}, m.role
  from conversation c
  left join member m on m.cloud_id = $1 and m.conversation_id = c.id and m.user_id = ${caller}`;

export function toConversation(row: ConversationRow, callerId: string): Conversation {
  const isDirect = row.low_id !== null && row.high_id !== null;
  return {
    cloudId: row.cloud_id,
    id: row.id,
    name: row.name,
    topic: row.topic,
    type: isDirect ? 'direct' : 'group',
    privacy: row.privacy,
    avatarUrl: '',
    isArchived: row.is_archived,
    created: new Date(row.created_at).toISOString(),
    modified: new Date(row.modified_at).toISOString(),
    _links: { self: `/site/${row.cloud_id}/conversation/${row.id}` },
    ...(row.privacy === 'public' && row.public_from_id !== null && { publicFrom: row.public_from_id }),
    ...(row.issue_id !== null && row.issue_key !== null && { issue: { id: row.issue_id, key: row.issue_key } }),
    ...(isDirect && { user: { id: row.low_id === callerId ? row.high_id : row.low_id } }),
  };
}

export function toSeenConversation(row: SeenRow, callerId: string): SeenConversation {
  return {
    conversation: toConversation(row, callerId),
    isMember: row.role !== null,
    isOwner: row.role === 'owner',
    readsAfterId: row.reads_after_id,
  };
}
