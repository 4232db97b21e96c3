import type { RetentionDays } from '../../conversation/administration';
import type { RetentionState } from '../../conversation/people-store';
import { noteDeed } from '../audit/audit';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';

export const selectRetention = {
  name: 'select-retention',
  text: 'select r.days from retention r where r.cloud_id = $1',
};

export const selectRetentionState = {
  name: 'select-retention-state',
  text: `select r.days, ${inMilliseconds('r.purged_at')} from retention r where r.cloud_id = $1`,
};

/** A change is due at once, whenever the last purge was. */
export const upsertRetention = {
  name: 'upsert-retention',
  text: `
  insert into retention (cloud_id, days) values ($1, $2)
  on conflict (cloud_id) do update set days = excluded.days, purged_at = null`,
};

export async function findRetention(database: Queries, cloudId: string): Promise<RetentionDays> {
  const [row] = await database.query<{ days: number | null }>(selectRetention, [cloudId]);
  return row?.days ?? null;
}

export async function findRetentionState(database: Queries, cloudId: string): Promise<RetentionState> {
  const asked = [cloudId];
  const [row] = await database.query<{ days: number | null; purged_at: number | null }>(selectRetentionState, asked);
  const purgedAt = row?.purged_at ?? null;
  return { days: row?.days ?? null, purgedAt: purgedAt === null ? null : new Date(purgedAt) };
}

export async function setRetention(
  database: Database,
  clock: Clock,
  cloudId: string,
  days: RetentionDays,
  actorId: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const before = await findRetention(transaction, cloudId);
    await transaction.query(upsertRetention, [cloudId, days]);
    const details = { days, before };
    await noteDeed(transaction, clock, { cloudId, actorId, action: 'retention-changed', subject: null, details });
  });
}

const day = 24 * 60 * 60 * 1000;

/** From when on something is kept: for `most` days, or for as many as the site keeps its messages where that is less. */
export function keptSince(now: Date, days: RetentionDays, most: number): Date {
  return new Date(now.getTime() - Math.min(days ?? most, most) * day);
}
