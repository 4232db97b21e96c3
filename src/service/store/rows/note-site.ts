import type { Queries } from '../engine/database';

export const selectSite = {
  name: 'select-site-to-purge',
  text: 'select r.cloud_id from retention r where r.cloud_id = $1',
};

export const insertSite = {
  name: 'note-site-to-purge',
  text: 'insert into retention (cloud_id, days) values ($1, $2) on conflict (cloud_id) do nothing',
};

/**
 * The site is looked at by the purge from its first draft, report or reminder on. Of a site that is known nothing is
 * inserted: an insert would wait for the batch of a purge, which holds the row and may want what this transaction holds.
 */
export async function noteSite(transaction: Queries, cloudId: string): Promise<void> {
  if ((await transaction.query(selectSite, [cloudId])).length > 0) return;
  await transaction.query(insertSite, [cloudId, null]);
}
