import type { Unread } from '../../../contract/people';
import { readTime } from '../rows/message-id';
import type { MessageRow } from '../rows/message-row';

/** An unread message of a member, and how many came after it. */
export type UnreadRow = Pick<
  MessageRow,
  'id' | 'sender_id' | 'sender_kind' | 'issue_id' | 'issue_key' | 'origin_kind' | 'origin_account' | 'conversation_id'
> & { readonly user_id: string; readonly low_id: string | null; readonly later: number };

export function toUnread(row: UnreadRow): Unread {
  return {
    user: { id: row.user_id },
    conversationId: row.conversation_id,
    type: row.low_id === null ? 'group' : 'direct',
    first: {
      id: row.id,
      ts: readTime(row.id).toISOString(),
      sender: { id: row.sender_id, kind: row.sender_kind },
      issue: row.issue_id === null || row.issue_key === null ? null : { id: row.issue_id, key: row.issue_key },
      origin: { kind: row.origin_kind, account: row.origin_account },
    },
    later: row.later,
  };
}
