import { pageBytes } from '../../../contract/page-bytes';
import { messageBytes } from '../rows/fit-page.sql';
import { messageColumns } from '../rows/message-row';

type Side = 'older' | 'newer';

/** The nearest ones on a side, each with how far it is from the message. The last of them only tells that it goes on. */
function nearest(side: Side): string {
  const [beyond, order, count] = side === 'older' ? ['<', 'desc', '$4'] : ['>', 'asc', '$5'];
  return `
      select o.*, '${side}' as side, row_number() over (order by o.id ${order}) as distance, ${count}::bigint as probe
      from (
        select ${messageColumns}, ${messageBytes} as bytes
        from message m
        where m.cloud_id = $1 and m.conversation_id = $2 and m.id ${beyond} $3 and m.id > $6
        order by m.id ${order}
        limit ${count}
      ) o`;
}

/**
 * The message $3 of the conversation $2 with those around it, ascending: outward from it, one of each side by turns, as
 * many as fit into a page, and the message itself in any case. $4 and $5 are one more than may come of the older and
 * the newer ones; Nothing up to $6 is read. `older_count` and `newer_count` count as far as that. No row is the message's own where there is none.
 */
export const selectAround = {
  name: 'select-around',
  text: `
  select f.*
  from (
    select n.*,
      sum(case when n.distance = n.probe then 0 else n.bytes end)
        over (order by n.distance, n.side rows unbounded preceding) as filled,
      count(*) filter (where n.side = 'older') over ()::integer as older_count,
      count(*) filter (where n.side = 'newer') over ()::integer as newer_count
    from (
      select ${messageColumns}, ${messageBytes} as bytes, 'own' as side, 0::bigint as distance, 1::bigint as probe
      from message m
      where m.cloud_id = $1 and m.conversation_id = $2 and m.id = $3 and m.id > $6
      union all (${nearest('older')})
      union all (${nearest('newer')})
    ) n
  ) f
  where f.distance = 0 or (f.distance < f.probe and f.filled <= ${pageBytes})
  order by f.id`,
};
