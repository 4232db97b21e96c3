import { draftDays } from '../../../patterns/patterns';
import { keptSince } from '../people/retention';
import { firstKeptId, type PurgeRun } from './purge-run';

/** There may be more of them than one commit takes. */
export const draftsInBatch = 200;

/** Those that are too old, and edits of messages that are. Whoever saves or sends one meanwhile keeps it, or takes it. */
export const deleteOldDrafts = {
  name: 'delete-old-drafts',
  text: `
  with chosen as (
    select d.user_id, d.slot
    from draft d
    where d.cloud_id = $1 and (d.saved_at < $2 or (d.message_id <> '' and d.message_id < $3))
    limit $4
    for update of d skip locked
  )
  delete from draft d
  using chosen s
  where d.cloud_id = $1 and d.user_id = s.user_id and d.slot = s.slot
  returning d.slot`,
};

export async function purgeDrafts(run: PurgeRun): Promise<number> {
  const { transaction, now, cloudId, days } = run;
  const asked = [cloudId, keptSince(now, days, draftDays), firstKeptId(run), draftsInBatch];
  return (await transaction.query(deleteOldDrafts, asked)).length;
}
