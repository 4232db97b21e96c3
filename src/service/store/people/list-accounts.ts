import type { ListPosition } from '../../conversation/conversation-store';
import type { Page } from '../../conversation/people-store';
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

/** The next accounts of one place behind $2, $3 at most. */
export const onePlace = (table: string, column: string, more = '') => `
    (select distinct t.${column} as id from ${table} t
     where t.cloud_id = $1 and t.${column} > $2 and t.${column} !~ '^(app|client):' ${more}
     order by t.${column} limit $3)`;

const page = places.map(([table, column, more]) => onePlace(table, column, more));

/** Each part walks its own key and stops after a page. */
export const selectAccounts = {
  name: 'select-accounts',
  text: `select k.id from (${page.join(' union ')}) k order by k.id limit $3`,
};

export async function listAccounts(
  database: Queries,
  cloudId: string,
  { limit, after }: { readonly limit: number; readonly after: ListPosition | null },
): Promise<Page<{ id: string }>> {
  const rows = await database.query<{ id: string }>(selectAccounts, [cloudId, after?.key ?? '', limit + 1]);
  return cutPage(
    rows,
    limit,
    ({ id }) => ({ id }),
    ({ id }) => ({ key: id, id: '' }),
  );
}
