import { columns, isWanted, laterOnes, mostLooked, reader } from './list-unread.sql';

/** Who is told where they have muted the conversation, too. */
const isPerson = `r.user_id !~ '^(app|client):' and (not r.is_muted or coalesce(p.mentions_pass_mute, true))`;

const isUnread = `n.message_id > least(greatest(${reader.readUpTo}, k.read_id), ${reader.unreadAfter}, k.unread_after_id)`;

/**
 * The unread messages that mention a member, a row for each of both, where the message is later than $6 and not later than $7,
 * and how many unread ones came after it. Mentions lie in an index by message, so that the look begins where a sweep
 * stopped and no member is looked at whom nobody mentioned. $2 to $4 are the last row of before, in the order of the rows: message, person,
 * conversation. At most so many mentions are looked at; one row has no message: where the looks ended, where they did
 * before the mentions did.
 */
export const selectMentions = {
  name: 'select-mentions',
  text: `
  with looked as materialized (
    select n.message_id, n.user_id, n.conversation_id, n.issue_id
    from mention n
    where n.cloud_id = $1 and n.message_id > $6 and n.message_id <= $7
      and (n.message_id, n.user_id, n.conversation_id) > ($2::uuid, $3, $4::uuid)
    order by n.message_id, n.user_id, n.conversation_id
    limit ${mostLooked}
  ), ended as (
    select e.message_id, e.user_id, e.conversation_id
    from (
      select w.*, count(*) over () as found
      from looked w
      order by w.message_id desc, w.user_id desc, w.conversation_id desc
      limit 1
    ) e
    where e.found = ${mostLooked}
  )
  select f.*, e.message_id as end_message_id, e.user_id as end_user_id, e.conversation_id as end_conversation_id
  from (values (1)) one (n)
  left join ended e on true
  left join lateral (
    select r.user_id, r.conversation_id, c.low_id, f.*, ${laterOnes} as later
    from looked n
    cross join lateral (
      select r.* from member r
      where r.cloud_id = $1 and r.conversation_id = n.conversation_id and r.user_id = n.user_id
      limit 1
    ) r
    cross join lateral (
      select c.low_id from conversation c
      where c.cloud_id = $1 and c.id = n.conversation_id and not c.is_archived
      limit 1
    ) c
    left join preference p on p.cloud_id = $1 and p.user_id = r.user_id
    left join issue_marker k on k.cloud_id = $1 and k.conversation_id = r.conversation_id and k.user_id = r.user_id
      and k.issue_id = n.issue_id
    cross join lateral (
      select ${columns}
      from message m
      where m.cloud_id = $1 and m.conversation_id = n.conversation_id and m.id = n.message_id and m.deleted_at is null
        and ${isWanted}
      limit 1
    ) f
    where ${isPerson} and ${isUnread}
    order by f.id, r.user_id, r.conversation_id
    limit $5
  ) f on true
  order by f.id, f.user_id, f.conversation_id`,
};
