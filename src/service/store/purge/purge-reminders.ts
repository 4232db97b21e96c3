import { reminderDays } from '../../../patterns/patterns';
import { keptSince } from '../people/retention';
import { firstKeptId, type PurgeRun } from './purge-run';

/** Those that fell due long ago, and those of messages that are gone with their time. */
export const deleteOldReminders = {
  name: 'delete-old-reminders',
  text: `
  delete from reminder r
  where r.cloud_id = $1 and (r.due_at < $2 or (r.message_id <> '' and r.message_id < $3))
  returning r.user_id`,
};

export async function purgeReminders(run: PurgeRun): Promise<number> {
  const { transaction, now, cloudId, days } = run;
  const asked = [cloudId, keptSince(now, days, reminderDays), firstKeptId(run)];
  return (await transaction.query(deleteOldReminders, asked)).length;
}
