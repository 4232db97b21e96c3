import type { AccountQuery, Page } from '../../conversation/people-store';
import type { Queries } from '../engine/database';
import { cutPage } from '../rows/cut-page';

/** Whoever is or was a member wrote, or could have; whoever blocks, is blocked, is named as a substitute, or began to write may be neither. */
const places: readonly (readonly [table: string, column: string, more?: string])[] = [
  ['member', 'user_id'],
  ['former_member', 'user_id'],
  ['preference', 'user_id'],
  ['preference', 'away_substitute'],
  ['block', 'user_id'],
  ['block', 'blocked_id'],
  ['reaction', 'user_id'],
  ['draft', 'user_id'],
  ['reminder', 'user_id'],
  ['draft', 'place_id', "and t.place_kind = 'user'"],
];

const onePlace = (table: string, column: string, more = '') => `
    (select distinct t.${column} as id from ${table} t
     where t.cloud_id = $1 and t.${column} > $2 and t.${column} !~ '^(app|client):' ${more}
     order by t.${column} limit $3)`;

const page = places.map(([table, column, more]) => onePlace(table, column, more));

/**
 * A member who has read, or has written to another one: a client of the service can make up members, and none that does
 * either. Of groups no message is looked at, since they hold many and whoever writes in one reads it.
 */
const acts = `
     and (t.read_id is not null
       or exists (select from issue_marker k
         where k.cloud_id = $1 and k.conversation_id = t.conversation_id and k.user_id = t.user_id)
       or exists (select from message m join conversation c on c.cloud_id = $1 and c.id = m.conversation_id
         where m.cloud_id = $1 and m.conversation_id = t.conversation_id and m.sender_id = t.user_id
           and c.low_id is not null))`;

const activePage = [
  onePlace('member', 'user_id', acts),
  onePlace('preference', 'user_id'),
  onePlace('block', 'user_id'),
  onePlace('reaction', 'user_id'),
  onePlace('draft', 'user_id'),
  onePlace('reminder', 'user_id'),
];

/** Each part walks its own key and stops after a page. */
export const selectAccounts = {
  name: 'select-accounts',
  text: `select k.id from (${page.join(' union ')}) k order by k.id limit $3`,
};

export const selectActiveAccounts = {
  name: 'select-active-accounts',
  text: `select k.id from (${activePage.join(' union ')}) k order by k.id limit $3`,
};

export async function listAccounts(
  database: Queries,
  cloudId: string,
  { limit, after, isActive = false }: AccountQuery,
): Promise<Page<{ id: string }>> {
  const select = isActive ? selectActiveAccounts : selectAccounts;
  const rows = await database.query<{ id: string }>(select, [cloudId, after?.key ?? '', limit + 1]);
  return cutPage(
    rows,
    limit,
    ({ id }) => ({ id }),
    ({ id }) => ({ key: id, id: '' }),
  );
}
