import type { Message } from '../../../contract/resources';
import type { MessageSearch } from '../../conversation/message-store';
import type { Page } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { fitPage, messageBytes } from '../rows/fit-page.sql';
import { type MessageRow, messageColumns } from '../rows/message-row';
import { openMessages } from '../rows/open-messages';
import { afterAllIds, beforeAllIds } from '../rows/outer-ids';
import { searchPattern } from './search-pattern';

/**
 * Messages of public groups that one page looks at: two milliseconds or so. What is behind them is another page's to look at,
 * however many groups there are.
 */
export const publicLooks = 2_000;

/** Bytes of their texts, with which a page has looked at enough, however few they are. */
export const publicLookBytes = 2_000_000;

/** Behind the last row, and no further back than this page looks in public groups; see `searchStatement`. */
const within = `(m.id, m.conversation_id) < ($5::uuid, $6::uuid)
        and m.id >= coalesce((select e.id from lookout e), '${beforeAllIds}')`;

const found = `
      (
        select ${messageColumns}, ${messageBytes} as bytes
        from own r
        join message m on m.cloud_id = $1 and m.conversation_id = r.conversation_id
        where m.id > r.after_id and ${within} and m.text ~ all ($4::text[])
        order by m.id desc, m.conversation_id desc
        limit $7
      )
      union all
      (
        select ${messageColumns}, ${messageBytes} as bytes
        from message m
        cross join lateral (
          select 1
          from conversation c
          where c.cloud_id = $1 and c.id = m.conversation_id and c.low_id is null and c.privacy = 'public'
            and m.id > coalesce(c.public_from_id, '${beforeAllIds}')
          limit 1
        ) c
        where m.cloud_id = $1 and m.may_be_public and $3::boolean and ${within} and m.text ~ all ($4::text[])
          and m.conversation_id not in (select r.conversation_id from own r)
        order by m.id desc, m.conversation_id desc
        limit $7
      )
      order by id desc, conversation_id desc
      limit $7`;

/**
 * What the caller is in comes first and apart, so that the words of others are never looked at, and its cost is that of the
 * caller's own messages; an index over words would cost every send more than the send itself:
 * docs/decisions/0006-search.md. What public groups say lies in an index by its time, of which a page looks at $8 and no
 * more, and at no more than so many bytes. `lookout` is below all ids of the millisecond of the last of these, and names no message, since a cursor tells it to
 * who may not see that one: what is older, one's own too, is left to the next page, so that the order holds.
 * There is one row at least, which says how far it has looked: docs/decisions/0051-searches-end-by-what-they-look-at.md.
 *
 * $1 site, $2 caller, $3 with public groups, $4 patterns, $5 and $6 the last row or what lies behind all, $7 rows and one more.
 */
export const searchStatement = {
  name: 'search-messages',
  text: `
  with lookout as materialized (
    select (left(l.id::text, 13) || '-0000-0000-000000000000')::uuid as id
    from (
      select m.id, row_number() over newest as place,
        sum(octet_length(m.text)) over (newest rows unbounded preceding) as bytes
      from message m
      where m.cloud_id = $1 and m.may_be_public and $3::boolean and (m.id, m.conversation_id) < ($5::uuid, $6::uuid)
      window newest as (order by m.id desc, m.conversation_id desc)
      order by m.id desc, m.conversation_id desc
      limit $8
    ) l
    where l.place = $8 or l.bytes >= ${publicLookBytes}
    order by l.place
    limit 1
  ), own as materialized (
    select m.conversation_id, coalesce(m.history_after_id, '${beforeAllIds}') as after_id
    from member m
    where m.cloud_id = $1 and m.user_id = $2
  )
  select f.*, e.id as looked_to
  from (select 1) one
  left join lookout e on true
  left join ${fitPage({ candidates: found, order: 'n.id desc, n.conversation_id desc', limit: '$7' })} f on true
  order by f.id desc, f.conversation_id desc`,
};

type FoundRow = MessageRow & { readonly goes_on: boolean };

/** Where nothing was found, only how far it was looked. */
type SearchRow = (FoundRow | { readonly id: null }) & {
  readonly looked_to: string | null;
};

export async function searchMessages(
  database: Queries,
  { cloudId, callerId, seesPublicGroups, words, after, limit }: MessageSearch,
): Promise<Page<Message>> {
  const parameters = [
    ...[cloudId, callerId, seesPublicGroups, words.map(searchPattern)],
    ...[after?.id ?? afterAllIds, after?.key ?? afterAllIds, limit + 1, publicLooks],
  ];
  const rows = await database.query<SearchRow>(searchStatement, parameters);
  const found = rows.filter((row) => row.id !== null);
  const toMessage = await openMessages(database, { cloudId, callerId }, found);
  return { values: found.map(toMessage), next: goOn(rows, found) };
}

/** Behind the last that was found, where more was; else behind what was looked at, where there may be more. */
function goOn(rows: readonly SearchRow[], found: readonly FoundRow[]): Page<Message>['next'] {
  const last = found.at(-1);
  if (last?.goes_on) return { key: last.conversation_id, id: last.id };
  const id = rows[0]?.looked_to ?? null;
  return id === null ? null : { key: beforeAllIds, id };
}
