import type { HoldStore } from '../../conversation/hold/hold-store';
import type { Queries } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';
import { type HoldRow, holdColumns, toHold } from '../rows/hold-row';

/** Whoever has blocked the one who asks tells them nothing. */
export const selectAway = {
  name: 'select-away',
  text: `
  select p.user_id, ${inMilliseconds('p.away_until')}, p.away_word, p.away_substitute
  from preference p
  where p.cloud_id = $1 and p.user_id = any ($2::text[]) and p.away_from <= $4 and p.away_until > $4
    and not exists (select 1 from block b where b.cloud_id = $1 and b.user_id = p.user_id and b.blocked_id = $3)
  order by p.user_id`,
};

export const selectHolds = {
  name: 'select-holds',
  text: `
  select p.user_id, ${holdColumns}
  from preference p
  where p.cloud_id = $1 and p.user_id = any ($2::text[]) and (p.quiet is not null or p.away_until is not null)`,
};

/** By the index of those who hold or held something back, as it says so. */
export const selectHolders = {
  name: 'select-holders',
  text: `
  select p.user_id, ${holdColumns}
  from preference p
  where p.cloud_id = $1 and p.user_id > $2
    and (p.quiet is not null or p.away_until is not null or p.ended_holds is not null)
  order by p.user_id
  limit $3`,
};

type OfUser<Row> = Row & { readonly user_id: string };

/** The methods about what holds notices back. */
export function holdsOver(database: Queries): HoldStore {
  return {
    async listAway(cloudId, askerId, userIds, at) {
      const asked = [cloudId, userIds, askerId, at];
      const rows = await database.query<OfUser<AwayRow>>(selectAway, asked);
      return rows.map(({ user_id: id, away_until: until, away_word: word, away_substitute: substitute }) => ({
        ...{ user: { id }, until: new Date(until).toISOString(), word },
        substitute: substitute === null ? null : { id: substitute },
      }));
    },
    async findHolds(cloudId, userIds) {
      const rows = await database.query<OfUser<HoldRow>>(selectHolds, [cloudId, userIds]);
      return new Map(rows.map((row) => [row.user_id, toHold(row)]));
    },
    async listHolders(cloudId, afterId, limit) {
      const rows = await database.query<OfUser<HoldRow>>(selectHolders, [cloudId, afterId, limit]);
      return rows.map((row) => ({ userId: row.user_id, state: toHold(row) }));
    },
  };
}

interface AwayRow {
  readonly away_until: number;
  readonly away_word: string;
  readonly away_substitute: string | null;
}
