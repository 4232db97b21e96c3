import type { Unread } from '../../../contract/people';
import type { Page, UnreadQuery } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { cutPage } from '../rows/cut-page';
import { lastIdAt, readTime } from '../rows/message-id';
import type { MessageRow } from '../rows/message-row';
import { beforeAllIds } from './walk-conversations';

/**
 * The first message after a member's marker that is another's and not deleted, where it is later than $4. A member with
 * the same marker as the conversation's last message costs no look at messages. $2 and $3 are the last row of before.
 */
export const selectUnread = {
  name: 'select-unread',
  text: `
  select r.user_id, r.conversation_id, c.low_id, f.id, f.sender_id, f.sender_kind, f.issue_id, f.issue_key,
    f.origin_kind
  from member r
  join conversation c on c.cloud_id = r.cloud_id and c.id = r.conversation_id
  left join preference p on p.cloud_id = r.cloud_id and p.user_id = r.user_id
  cross join lateral (
    select m.id, m.sender_id, m.sender_kind, m.issue_id, m.issue_key, m.origin_kind
    from message m
    where m.cloud_id = r.cloud_id and m.conversation_id = r.conversation_id
      and m.id > coalesce(greatest(r.read_id, r.joined_id, r.hidden_id), '${beforeAllIds}'::uuid)
      and m.sender_id <> r.user_id and m.deleted_at is null
    order by m.id
    limit 1
  ) f
  where r.cloud_id = $1 and (r.user_id, r.conversation_id) > ($2, $3::uuid)
    and r.user_id !~ '^(app|client):' and not r.is_muted and not c.is_archived
    and c.last_message_id > $4 and (r.read_id is null or c.last_message_id > r.read_id)
    and f.id > $4
    and coalesce(case f.origin_kind when 'person' then p.notice_person when 'rule' then p.notice_rule
      else p.notice_client end, true)
  order by r.user_id, r.conversation_id
  limit $5`,
};

type UnreadRow = Pick<
  MessageRow,
  'id' | 'sender_id' | 'sender_kind' | 'issue_id' | 'issue_key' | 'origin_kind' | 'conversation_id'
> & { readonly user_id: string; readonly low_id: string | null };

export async function listUnread(
  database: Queries,
  cloudId: string,
  { limit, after, since }: UnreadQuery,
): Promise<Page<Unread>> {
  const rows = await database.query<UnreadRow>(selectUnread, [
    ...[cloudId, after?.key ?? '', after?.id ?? beforeAllIds],
    ...[since === null ? beforeAllIds : lastIdAt(since), limit + 1],
  ]);
  return cutPage(rows, limit, toUnread, (row) => ({ key: row.user_id, id: row.conversation_id }));
}

function toUnread(row: UnreadRow): Unread {
  return {
    user: { id: row.user_id },
    conversationId: row.conversation_id,
    type: row.low_id === null ? 'group' : 'direct',
    first: {
      id: row.id,
      ts: readTime(row.id).toISOString(),
      sender: { id: row.sender_id, kind: row.sender_kind },
      issue: row.issue_id === null || row.issue_key === null ? null : { id: row.issue_id, key: row.issue_key },
      origin: { kind: row.origin_kind },
    },
  };
}
