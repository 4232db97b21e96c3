import { pageBytes } from '../../../contract/page-bytes';
import { messageBytes } from '../rows/fit-page.sql';
import { messageColumns } from '../rows/message-row';

/** Steps of a statement that lists: what of its `page` fits into an answer. Parameters as in `listConversationsSql`. */

/** Of the rows of `page`, in their order, those whose messages fit into an answer, the first one in any case. */
function kept(bytes: string, more = ''): string {
  return `kept as materialized (
    select k.*
    from (
      select s.*, sum(${bytes}) over (order by s.place rows unbounded preceding) as filled
      from page s
      left join lateral (
        select ${messageBytes} as bytes
        from message m
        where m.cloud_id = $1 and m.conversation_id = s.id and m.id = s.last_message_id
          and m.id > s.reads_after
      ) l on $11::boolean
      ${more}
    ) k
    where k.place < $10 and (k.place = 1 or k.filled <= ${pageBytes})
  )`;
}

/** By the last message of each, where these are asked for. */
export const fitAlone = kept('coalesce(l.bytes, 0)');

/**
 * With messages about the issue. Of each conversation the newest one goes out, and of the others as many as still fit:
 * first the second ones of all, then the third ones. `about` has the latest ones, the newest first, without their words.
 */
export const fitWithIssue = `about as materialized (
    select s.place, n.id, n.bytes, n.rank
    from page s
    cross join lateral (
      select m.id, ${messageBytes} as bytes, row_number() over (order by m.id desc) as rank
      from message m
      where m.cloud_id = $1 and m.conversation_id = s.id and m.issue_id = $13
        and m.id > s.reads_after
      order by m.id desc
      limit $14
    ) n
  ), ${kept('coalesce(l.bytes, 0) + coalesce(a.bytes, 0)', 'left join about a on a.place = s.place and a.rank = 1')},
  fitting as materialized (
    select f.place, f.id
    from (
      select a.place, a.id, a.rank, (select max(k.filled) from kept k)
        + sum(case when a.rank = 1 then 0 else a.bytes end) over (order by a.rank, a.place rows unbounded preceding) as filled
      from about a
      where a.rank < $14 and a.place <= (select max(k.place) from kept k)
    ) f
    where f.rank = 1 or f.filled <= ${pageBytes}
  )`;

/** What `fitting` left of a row `s` of `kept`, and how many there were of it. */
export const messagesOfIssue = `left join lateral (
    select json_agg(o order by o.id) as messages,
      (select count(*)::integer from about a where a.place = s.place) as found_count
    from (
      select ${messageColumns}
      from fitting f
      join message m on m.cloud_id = $1 and m.conversation_id = s.id and m.id = f.id
      where f.place = s.place
    ) o
  ) about on true`;
