import { awayDays } from '../../../patterns/patterns';
import { endsKnownMs } from '../../conversation/hold/hold-state';
import { keptSince } from '../people/retention';
import type { PurgeRun } from './purge-run';

/** The word goes with the dates, and since when they hold where nothing else does. */
export const endAbsences = {
  name: 'end-absences',
  text: `
  update preference p set away_from = null, away_until = null, away_word = null, away_substitute = null,
    hold_changed_at = case when p.quiet is not null or p.ended_holds is not null then p.hold_changed_at end,
    held_from = case when p.quiet is not null or p.ended_holds is not null then p.held_from end
  where p.cloud_id = $1 and p.away_until < $2
  returning p.user_id`,
};

/** Nothing that ended then is listed any more: all of it ended before the last change. */
export const forgetEndedHolds = {
  name: 'forget-ended-holds',
  text: `
  update preference p set ended_holds = null,
    hold_changed_at = case when p.quiet is not null or p.away_until is not null then p.hold_changed_at end,
    held_from = case when p.quiet is not null or p.away_until is not null then p.held_from end
  where p.cloud_id = $1 and p.ended_holds is not null and p.hold_changed_at < $2
  returning p.user_id`,
};

/** What people said of a time away that is long over, and what was held long ago. */
export async function purgeAbsences({ transaction, now, cloudId, days }: PurgeRun): Promise<number> {
  const ended = await transaction.query(endAbsences, [cloudId, keptSince(now, days, awayDays)]);
  const longAgo = new Date(now.getTime() - endsKnownMs);
  return ended.length + (await transaction.query(forgetEndedHolds, [cloudId, longAgo])).length;
}
