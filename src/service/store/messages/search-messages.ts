import type { Message } from '../../../contract/resources';
import type { MessageSearch } from '../../conversation/message-store';
import type { Page } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { endPage } from '../rows/cut-page';
import { fitPage, messageBytes } from '../rows/fit-page.sql';
import { type MessageRow, messageColumns } from '../rows/message-row';
import { openMessages } from '../rows/open-messages';
import { beforeAllIds } from './read-messages';
import { searchPattern } from './search-pattern';

const found = `
      select ${messageColumns}, ${messageBytes} as bytes
      from readable r
      join message m on m.cloud_id = $1 and m.conversation_id = r.conversation_id
      where m.id > r.after_id and m.text ~ all ($4::text[]) and ($5::uuid is null or (m.id, m.conversation_id) < ($5, $6::uuid))
      order by m.id desc, m.conversation_id desc
      limit $7`;

/**
 * $1 site, $2 caller, $3 with public groups, $4 patterns, $5 and $6 the last row or null, $7 rows and one more. What the caller may
 * read comes first and apart, so that the words of others are never looked at, and the cost is that of the caller's own
 * messages. An index over words would cost every send more than the send itself: docs/decisions/0006-search.md.
 */
export const searchStatement = {
  name: 'search-messages',
  text: `
  with readable as materialized (
    select m.cloud_id, m.conversation_id, coalesce(m.history_after_id, '${beforeAllIds}') as after_id
    from member m
    where m.cloud_id = $1 and m.user_id = $2
    union all
    select c.cloud_id, c.id, coalesce(c.public_from_id, '${beforeAllIds}')
    from conversation c
    where c.cloud_id = $1 and $3::boolean and c.low_id is null and c.privacy = 'public'
      and c.id not in (select o.conversation_id from member o where o.cloud_id = $1 and o.user_id = $2)
  )
  select f.*
  from ${fitPage({ candidates: found, order: 'n.id desc, n.conversation_id desc', limit: '$7' })} f
  order by f.id desc, f.conversation_id desc`,
};

export async function searchMessages(
  database: Queries,
  { cloudId, callerId, seesPublicGroups, words, after, limit }: MessageSearch,
): Promise<Page<Message>> {
  const parameters = [
    ...[cloudId, callerId, seesPublicGroups, words.map(searchPattern)],
    ...[after?.id ?? null, after?.key ?? null, limit + 1],
  ];
  const rows = await database.query<MessageRow & { goes_on: boolean }>(searchStatement, parameters);
  const toMessage = await openMessages(database, { cloudId, callerId }, rows);
  return endPage(rows, toMessage, ({ conversation_id: key, id }) => ({ key, id }));
}
