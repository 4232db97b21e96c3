import type { Queries } from '../database';
import { beforeAllIds } from './walk-conversations';

/** Above sites, one step at a time along the key: which there are, and nothing of what is in them. */
export const selectNextSite = {
  name: 'select-next-site',
  text: 'select c.cloud_id from conversation c where c.cloud_id > $1 order by c.cloud_id limit 1',
};

export async function nextSite(database: Queries, afterCloudId: string | null): Promise<string | null> {
  const [row] = await database.query<{ cloud_id: string }>(selectNextSite, [afterCloudId ?? beforeAllIds]);
  return row?.cloud_id ?? null;
}
