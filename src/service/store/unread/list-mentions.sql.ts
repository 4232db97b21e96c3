import { columns, isWanted, laterOnes, mostLooked, reader } from './list-unread.sql';

/** Who is told where they have muted the conversation, too. */
const isPerson = `r.user_id !~ '^(app|client):' and (not r.is_muted or coalesce(p.mentions_pass_mute, true))`;

const isUnread = `n.message_id > least(greatest(${reader.readUpTo}, k.read_id), ${reader.unreadAfter}, k.unread_after_id)`;

/** Which mentions `n` a page looks at, and in which order of theirs its rows come. */
interface Walk {
  readonly name: string;
  readonly behind: string;
  /** Of what is looked at, what is wanted: for what the walk's index cannot leave out without a look. */
  readonly wanted?: string;
  readonly order: readonly string[];
}

/**
 * The unread messages that mention a member, a row for each of both, where the message is later than $6 and not later than $7,
 * and how many unread ones came after it. $2 to $4 are the last row of before: message, person, conversation. At most so many
 * mentions are looked at; one row has no message: where the looks ended, where they did before the mentions did.
 */
const selectMentionsBy = ({ name, behind, wanted = 'true', order }: Walk) => ({
  name,
  text: `
  with looked as materialized (
    select n.message_id, n.user_id, n.conversation_id, n.issue_id
    from mention n
    where n.cloud_id = $1 and ${behind}
    order by ${order.map((column) => `n.${column}`).join(', ')}
    limit ${mostLooked}
  ), ended as (
    select e.message_id, e.user_id, e.conversation_id
    from (
      select w.*, count(*) over () as found
      from looked w
      order by ${order.map((column) => `w.${column} desc`).join(', ')}
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
    where ${wanted} and ${isPerson} and ${isUnread}
    order by ${order.map((column) => `n.${column}`).join(', ')}
    limit $5
  ) f on true
  order by ${order.map((column) => (column === 'message_id' ? 'f.id' : `f.${column}`)).join(', ')}`,
});

const isInSpan = 'n.message_id > $6 and n.message_id <= $7';

/** Mentions lie in an index by message, so that the look begins where a sweep stopped and no member is looked at whom nobody mentioned. */
export const selectMentions = selectMentionsBy({
  name: 'select-mentions',
  behind: `${isInSpan} and (n.message_id, n.user_id, n.conversation_id) > ($2::uuid, $3, $4::uuid)`,
  order: ['message_id', 'user_id', 'conversation_id'],
});

/** Of one person, who is $3: by the key, conversation after conversation, and so through all times. */
export const selectMentionsOfPerson = selectMentionsBy({
  name: 'select-mentions-of-person',
  behind: 'n.user_id = $3 and (n.conversation_id, n.message_id) > ($4::uuid, $2::uuid)',
  wanted: isInSpan,
  order: ['user_id', 'conversation_id', 'message_id'],
});
