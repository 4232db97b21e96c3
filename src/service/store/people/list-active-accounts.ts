import type { ListPosition } from '../../conversation/conversation-store';
import type { Page } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { cutPage } from '../rows/cut-page';
import { afterAllIds, beforeAllIds } from '../rows/outer-ids';
import { ends, mostLooked } from '../unread/list-unread.sql';
import { onePlace } from './list-accounts';

/** Of a direct conversation so many of the latest messages are looked at. */
const mostMessages = 1_000;

/**
 * A member who has read, or has written to another one: a client of the service can make up members, and none that does
 * either. Of groups no message is looked at, since they hold many and whoever writes in one reads it.
 */
const hasActed = `t.read_id is not null
       or exists (select from issue_marker k
         where k.cloud_id = $1 and k.conversation_id = t.conversation_id and k.user_id = t.user_id)
       or exists (select from conversation c
         cross join lateral (
           select m.sender_id from message m
           where m.cloud_id = $1 and m.conversation_id = c.id
           order by m.id desc
           limit ${mostMessages}
         ) m
         where c.cloud_id = $1 and c.id = t.conversation_id and c.low_id is not null and m.sender_id = t.user_id)`;

const otherPlaces = ['preference', 'block', 'reaction', 'draft', 'reminder'].map((table) => onePlace(table, 'user_id'));

/**
 * A page is short, or empty, where the members that it looks at end it: a client can make up any number of them. The
 * other places are told as far as the members were looked at. The position is the last member of the page before ($2, $4).
 */
export const selectActiveAccounts = {
  name: 'select-active-accounts',
  text: `
  with looked as materialized (
    select t.user_id, t.conversation_id, t.read_id
    from member t
    where t.cloud_id = $1 and (t.user_id, t.conversation_id) > ($2, $4::uuid)
    order by t.user_id, t.conversation_id
    limit ${mostLooked}
  ), ended as (${ends('looked', mostLooked)}
  ), found as (
    select t.user_id as id from looked t where t.user_id !~ '^(app|client):' and (${hasActed})
    union ${otherPlaces.join(' union ')}
  )
  select f.id, e.user_id as end_user_id, e.conversation_id as end_conversation_id
  from (values (1)) one (n)
  left join ended e on true
  left join lateral (
    select f.id from found f where e.user_id is null or f.id <= e.user_id order by f.id limit $3
  ) f on true
  order by f.id`,
};

/** A row without an id tells only where the looks ended, as every row does; null where they reached the end. */
interface FoundRow {
  readonly id: string | null;
  readonly end_user_id: string | null;
  readonly end_conversation_id: string | null;
}

/** Who has read, written to another one, chosen or blocked something. A page that is short may have a next one. */
export async function listActiveAccounts(
  database: Queries,
  cloudId: string,
  { limit, after }: { readonly limit: number; readonly after: ListPosition | null },
): Promise<Page<{ id: string }>> {
  // The other list's positions name no conversation.
  const { key, id } = after ?? { key: '', id: beforeAllIds };
  const found = await database.query<FoundRow>(selectActiveAccounts, [cloudId, key, limit + 1, id || afterAllIds]);
  const rows = found.filter((row): row is FoundRow & { readonly id: string } => row.id !== null);
  const page = cutPage(
    rows,
    limit,
    ({ id }) => ({ id }),
    ({ id }) => ({ key: id, id: afterAllIds }),
  );
  return page.next === null ? { ...page, next: endOfLooks(found[0], page.values.at(-1)?.id) } : page;
}

/** Who was told already is not looked at again. */
function endOfLooks(row: FoundRow | undefined, lastTold: string | undefined): ListPosition | null {
  const { end_user_id: key = null, end_conversation_id: id = null } = row ?? {};
  if (key === null || id === null) return null;
  return { key, id: key === lastTold ? afterAllIds : id };
}
