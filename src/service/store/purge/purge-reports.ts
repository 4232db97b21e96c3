import { reportDays, reportWaitDays } from '../../../patterns/patterns';
import { keptSince } from '../people/retention';
import { firstKeptId, type PurgeRun } from './purge-run';

/** Those for which nobody had time lose their words. */
export const endReports = {
  name: 'end-reports',
  text: `
  update report r set outcome = 'ended', decided_at = $3, body = null, note = ''
  where r.cloud_id = $1 and r.outcome is null and r.reported_at < $2
  returning r.id`,
};

/** Those that are too old, and those about messages that are. */
export const deleteOldReports = {
  name: 'delete-old-reports',
  text: `
  delete from report r
  where r.cloud_id = $1 and (r.reported_at < $2 or r.message_id < $3)
  returning r.id`,
};

/** Those that nobody decided lose their words, and of old ones nothing is left. */
export async function purgeReports(run: PurgeRun): Promise<number> {
  const { transaction, now, cloudId, days } = run;
  const gone = await transaction.query(deleteOldReports, [cloudId, keptSince(now, days, reportDays), firstKeptId(run)]);
  const ended = await transaction.query(endReports, [cloudId, keptSince(now, days, reportWaitDays), now]);
  return gone.length + ended.length;
}
