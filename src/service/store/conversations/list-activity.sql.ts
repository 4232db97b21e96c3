import { milliseconds } from '../engine/milliseconds';
import { readUpTo, unreadFloor, unreadMentions, unreadMessages, unreadScopes } from '../rows/unread.sql';

/** Questions, and reminders, that a row tells of. */
const mostFollowed = 20;

/** Steps of a statement that lists: what has happened in a conversation. Parameters as in `listConversationsSql`. */

/** What is unread in a row `s` of the page. Who is not a member has nothing unread. */
const ofRow = {
  reader: { conversation: 's.id', user: '$2' },
  readUpTo: 's.read_up_to',
  unreadAfter: 's.unread_after_id',
  floor: 's.unread_floor',
  where: 's.role is not null and s.last_message_id > s.unread_floor',
};

/** The same before there is a page: of the conversation `c` to its member `m`. */
const ofMember = {
  reader: { conversation: 'c.id', user: '$2' },
  readUpTo: readUpTo('m'),
  unreadAfter: 'm.unread_after_id',
  floor: unreadFloor('m'),
  where: `c.last_message_id > ${unreadFloor('m')}`,
};

/** Where nothing can be unread, which is most, no message is looked at. */
function unreadOf({ reader, where, ...place }: typeof ofRow, issue: '$13' | null): string {
  return `${unreadScopes({ ...reader, ...place, issue })} g
      cross join lateral ${unreadMessages({ ...reader, columns: '1' })} u
      where ${where}`;
}

/** Where what is unread begins in each scope of a row `s`, whether or not anything is. */
function scopesOf(issue: '$13' | null): string {
  const { reader, where: _, ...place } = ofRow;
  return unreadScopes({ ...reader, ...place, issue });
}

function mentionsOfRow(issue: '$13' | null): string {
  const { reader, where: _, ...place } = ofRow;
  return unreadMentions({ ...reader, ...place, issue });
}

/** Whether the conversation `c` holds anything unread to its member `m`. */
export function existsUnread(issue: '$13' | null): string {
  return `exists (select 1 from ${unreadOf(ofMember, issue)})`;
}

/** Whether anything unread in the conversation `c` mentions its member `m`. */
export function existsMention(issue: '$13' | null): string {
  const { reader, where, ...place } = ofMember;
  return `exists (select 1 from ${unreadMentions({ ...reader, ...place, issue })} and ${where})`;
}

/**
 * How much of a row `s` is unread and where that begins, which is looked for only where something is; and how far others
 * have read, of what is open to the caller: of the conversation first, then of its issues; and who waits for an answer, and what the caller is to be
 * reminded of.
 */
export function activity(issue: '$13' | null): string {
  return `left join lateral (
    select count(*)::integer as unread_count
    from (select 1 from ${unreadOf(ofRow, issue)} and $11::boolean limit 100) n
  ) unread on $11::boolean
  left join lateral (
    select case when unread.unread_count > 0 then exists (select 1 from ${mentionsOfRow(issue)}) else false end as is_mentioned
  ) mentions on $11::boolean
  left join lateral (
    select json_agg(b) as unread_after
    from (
      select g.after_id as "messageId", g.issue_id as issue
      from ${scopesOf(issue)} g
      where exists (select 1 from ${unreadMessages({ ...ofRow.reader, columns: '1' })} u)
      order by g.issue_id is not null, g.after_id, g.issue_id
      limit 100
    ) b
  ) beginnings on unread.unread_count > 0
  left join lateral (
    select json_agg(f order by f.issue is not null, f."messageId" desc) as read_by
    from (
      (
        select m.user_id as "userId", m.read_id as "messageId", null as issue
        from member m
        left join preference p on p.cloud_id = $1 and p.user_id = m.user_id
        where m.cloud_id = $1 and m.conversation_id = s.id and m.user_id <> $2 and m.read_id > s.reads_after
          and coalesce(p.receipts, true)
        order by m.read_id desc
        limit 100
      )
      union all
      (
        select k.user_id, k.read_id, k.issue_id
        from issue_marker k
        left join preference p on p.cloud_id = $1 and p.user_id = k.user_id
        where k.cloud_id = $1 and k.conversation_id = s.id and k.user_id <> $2 and k.read_id > s.reads_after
          and coalesce(p.receipts, true) ${issue === null ? '' : `and k.issue_id = ${issue}`}
        order by k.read_id desc
        limit 100
      )
    ) f
  ) readers on $11::boolean
  left join lateral (
    select exists (
      select 1 from draft d
      where d.cloud_id = $1 and d.user_id = $2 ${issue === null ? '' : `and d.issue_id = ${issue}`}
        and d.place_kind = case when s.low_id is null then 'conversation' else 'user' end
        and d.place_id = case when s.low_id is null then s.id::text when s.low_id = $2 then s.high_id else s.low_id end
    ) as has_draft
  ) own on $11::boolean
  left join lateral (
    select json_agg(q) as questions
    from (
      select m.id as "messageId", m.issue_id as issue, m.sender_id = $2 as mine
      from message m
      where m.cloud_id = $1 and m.conversation_id = s.id and m.awaits_answer ${issue === null ? '' : `and m.issue_id = ${issue}`}
      order by m.id desc
      limit ${mostFollowed}
    ) q
  ) asked on $11::boolean and s.has_questions
  left join lateral (
    select json_agg(q) as reminders
    from (
      select r.message_id as "messageId", ${milliseconds('r.due_at')} as due
      from reminder r
      where r.cloud_id = $1 and r.user_id = $2 and r.conversation_id = s.id
      order by r.due_at, r.message_id
      limit ${mostFollowed}
    ) q
  ) remembered on $11::boolean`;
}
