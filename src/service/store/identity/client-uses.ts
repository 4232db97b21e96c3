import type { ClientUses } from '../../identity/client-registry';
import type { Queries } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';

export const upsertClientUse = {
  name: 'upsert-client-use',
  text: `
  insert into client_use as u (cloud_id, client_id, used_at) values ($1, $2, $3)
  on conflict (cloud_id, client_id) do update set used_at = greatest(u.used_at, excluded.used_at)`,
};

export const selectClientUses = {
  name: 'select-client-uses',
  text: `select u.client_id, ${inMilliseconds('u.used_at')} from client_use u where u.cloud_id = $1`,
};

/** When clients were last let in to a site, each by its own statement. */
export function clientUses(database: Queries): ClientUses {
  return {
    async noteClientUse(cloudId, clientId, at) {
      await database.query(upsertClientUse, [cloudId, clientId, at]);
    },
    async listClientUses(cloudId) {
      const rows = await database.query<{ client_id: string; used_at: number }>(selectClientUses, [cloudId]);
      return new Map(rows.map((row) => [row.client_id, new Date(row.used_at)]));
    },
  };
}
