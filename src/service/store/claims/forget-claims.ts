import type { Queries } from '../engine/database';

export const deleteClaims = {
  name: 'delete-claims',
  text: `delete from idempotency i where i.cloud_id = $1 and i.created_at <= $2::timestamptz - interval '24 hours'`,
};

export const deleteCounts = {
  name: 'delete-counts',
  text: `delete from send_count n where n.cloud_id = $1 and n.counted_from <= $2::timestamptz - interval '1 hour'`,
};

const interval = 60 * 60 * 1000;

/**
 * Clears a site's idempotency records of more than 24 hours and the counts of sends, at most once an hour, on the way of a
 * request that made one; so there is no timer to stop. It is housekeeping: a failure leaves it to the next hour.
 */
export function createClaimSweep(database: Queries): (cloudId: string, now: Date) => Promise<void> {
  const sweptAt = new Map<string, number>();
  return async (cloudId, now) => {
    if (now.getTime() - (sweptAt.get(cloudId) ?? 0) < interval) return;
    sweptAt.set(cloudId, now.getTime());
    await database.query(deleteClaims, [cloudId, now]).catch(() => []);
    await database.query(deleteCounts, [cloudId, now]).catch(() => []);
  };
}
