import { reportDays, reportWaitDays } from '../../../patterns/patterns';
import type { PurgeStep } from '../../conversation/administration';
import type { Queries } from '../engine/database';
import { firstIdAt } from '../rows/message-id';
import { beforeAllIds } from '../rows/outer-ids';
import { keptSince } from './retention';

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

/** Once in a run, before any message and any draft is gone: those that nobody decided lose their words, and of old ones nothing is left. */
export async function purgeReports(
  transaction: Queries,
  now: Date,
  cloudId: string,
  { days }: { readonly days: number | null },
  step: PurgeStep,
): Promise<number> {
  if (step.doneId !== null || step.messages > 0 || step.drafts > 0) return 0;
  const oldestMessage = days === null ? beforeAllIds : firstIdAt(keptSince(now, days, days));
  const gone = await transaction.query(deleteOldReports, [cloudId, keptSince(now, days, reportDays), oldestMessage]);
  const ended = await transaction.query(endReports, [cloudId, keptSince(now, days, reportWaitDays), now]);
  return gone.length + ended.length;
}
