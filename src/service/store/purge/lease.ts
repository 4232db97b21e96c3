import type { PurgeLease, RetentionDays } from '../../conversation/administration';
import { listReachableSites } from '../distribution/sites-by-shard';
import type { Database, Queries } from '../engine/database';

const hour = 60 * 60 * 1000;

/** Far longer than a batch takes, and than clocks of nodes differ. A node that died holds it for no longer. */
const leaseTime = 2 * 60 * 1000;

/** The one look across sites: the table has a row for each site that ever limited its time, or had a draft, a report or an absence, and no words. */
export const selectSitesToPurge = {
  name: 'select-sites-to-purge',
  text: `
  select r.cloud_id from retention r
  where r.purged_at is null or r.purged_at <= $1
  order by r.cloud_id`,
};

/** Looks again whether it is due: another node may just have done it. */
export const leaseRetention = {
  name: 'lease-retention',
  text: `
  update retention r set leased_by = $2, leased_until = $4
  where r.cloud_id = $1 and (r.purged_at is null or r.purged_at <= $5)
    and (r.leased_until is null or r.leased_until < $3 or r.leased_by = $2)
  returning r.days`,
};

/** Takes the row until the batch is committed: nobody shortens, ends or takes over what is going on. */
export const prolongLease = {
  name: 'prolong-lease',
  text: `
  update retention r set leased_until = $4
  where r.cloud_id = $1 and r.leased_by = $2 and r.leased_until >= $3
  returning r.days`,
};

export const endLease = {
  name: 'end-lease',
  text: `
  update retention r set purged_at = $3, leased_by = null, leased_until = null
  where r.cloud_id = $1 and r.leased_by = $2`,
};

/** Of a cluster, those on the servers that answer: the others wait until theirs does. */
export async function listSitesToPurge(database: Database, now: Date): Promise<readonly string[]> {
  const by = new Date(now.getTime() - hour);
  const ask = async () => {
    const rows = await database.query<{ cloud_id: string }>(selectSitesToPurge, [by]);
    return rows.map((row) => row.cloud_id);
  };
  const where = `t.purged_at is null or t.purged_at <= '${by.toISOString()}'`;
  return (await listReachableSites(database, ask, [{ table: 'retention', where }])).cloudIds;
}

export async function leasePurge(
  database: Queries,
  now: Date,
  cloudId: string,
  holder: string,
): Promise<PurgeLease | null> {
  const parameters = [cloudId, holder, now, new Date(now.getTime() + leaseTime), new Date(now.getTime() - hour)];
  const rows = await database.query(leaseRetention, parameters);
  return rows.length > 0 ? { cloudId, holder } : null;
}

/** @returns for how many days the site keeps messages (null: for ever); undefined where another one has taken over */
export async function holdLease(
  transaction: Queries,
  now: Date,
  { cloudId, holder }: PurgeLease,
): Promise<RetentionDays | undefined> {
  const until = new Date(now.getTime() + leaseTime);
  const [held] = await transaction.query<{ days: RetentionDays }>(prolongLease, [cloudId, holder, now, until]);
  return held?.days;
}

export async function giveUpLease(transaction: Queries, now: Date, { cloudId, holder }: PurgeLease): Promise<void> {
  await transaction.query(endLease, [cloudId, holder, now]);
}
