import type { DueReminder } from '../../../contract/follow-up';
import { maxReminders } from '../../../patterns/patterns';
import type { ReminderPlace, ReminderStore } from '../../conversation/reminder-store';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';
import { cutPage } from '../rows/cut-page';
import { noteSite } from '../rows/note-site';
import { type ReminderRow, toReminder } from '../rows/reminder-row';

const columns = `r.conversation_id, r.message_id, r.issue_id, r.issue_key, ${inMilliseconds('r.due_at')}`;

export const selectReminders = {
  name: 'select-reminders',
  text: `
  select ${columns}
  from reminder r
  where r.cloud_id = $1 and r.user_id = $2 and (r.due_at, r.conversation_id, r.message_id) > ($3, $4, $5)
  order by r.due_at, r.conversation_id, r.message_id
  limit $6`,
};

/** Whoever left the conversation is told of nothing in it. */
export const selectDueReminders = {
  name: 'select-due-reminders',
  text: `
  select r.user_id, ${columns}
  from reminder r
  where r.cloud_id = $1 and r.due_at > $2 and r.due_at <= $3
    and (r.due_at, r.user_id, r.conversation_id, r.message_id) > ($4, $5, $6, $7)
    and exists (
      select 1 from member m
      where m.cloud_id = $1 and m.conversation_id = r.conversation_id and m.user_id = r.user_id
    )
  order by r.due_at, r.user_id, r.conversation_id, r.message_id
  limit $8`,
};

/** Additions of one person come one after the other, by their first reminder: a count holds until what it allowed is kept. */
export const lockReminders = {
  name: 'lock-reminders',
  text: `
  select r.conversation_id from reminder r
  where r.cloud_id = $1 and r.user_id = $2
  order by r.set_at, r.conversation_id, r.message_id
  limit 1
  for update of r`,
};

/** How many reminders there are, and whether this one is among them. */
export const countReminders = {
  name: 'count-reminders',
  text: `
  select count(*)::integer as reminders,
    coalesce(bool_or(r.conversation_id = $3 and r.message_id = $4), false) as is_known
  from reminder r
  where r.cloud_id = $1 and r.user_id = $2`,
};

export const upsertReminder = {
  name: 'upsert-reminder',
  text: `
  insert into reminder (cloud_id, user_id, conversation_id, message_id, issue_id, issue_key, due_at, set_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (cloud_id, user_id, conversation_id, message_id) do update
    set issue_id = excluded.issue_id, issue_key = excluded.issue_key, due_at = excluded.due_at`,
};

export const deleteReminder = {
  name: 'delete-reminder',
  text: `
  delete from reminder r
  where r.cloud_id = $1 and r.user_id = $2 and r.conversation_id = $3 and r.message_id = $4`,
};

type DueRow = ReminderRow & { readonly user_id: string };

/** Before every row: no time, no id. */
const beginning = [new Date(0).toISOString(), '00000000-0000-0000-0000-000000000000', ''] as const;

/** The methods about reminders. */
export function remindersOver(database: Database, clock: Clock): ReminderStore {
  return {
    async listReminders(cloudId, ownerId, { limit, after }) {
      const from: readonly string[] = after === null ? beginning : JSON.parse(after.key);
      const rows = await database.query<ReminderRow>(selectReminders, [cloudId, ownerId, ...from, limit + 1]);
      return cutPage(rows, limit, toReminder, (row) => ({ key: JSON.stringify(placeInList(row)), id: '' }));
    },
    setReminder: (place, due, issue) =>
      database.transaction(async (transaction) => {
        const [cloudId, ownerId] = keyOf(place);
        // A statement of its own, so that the next one sees what was committed while this one waited.
        await transaction.query(lockReminders, [cloudId ?? '', ownerId ?? '']);
        const [found] = await transaction.query<{ reminders: number; is_known: boolean }>(countReminders, keyOf(place));
        if (!found?.is_known && (found?.reminders ?? 0) >= maxReminders) return 'too-many';
        await noteSite(transaction, place.cloudId);
        const about = [issue?.id ?? null, issue?.key ?? null];
        await transaction.query(upsertReminder, [...keyOf(place), ...about, due, clock.now()]);
        return 'set';
      }),
    async removeReminder(place) {
      await database.query(deleteReminder, keyOf(place));
    },
    async listDueReminders(cloudId, { limit, after, since, until }) {
      const [due, ...rest] = beginning;
      const from: readonly string[] = after === null ? [due, '', ...rest] : JSON.parse(after.key);
      const asked = [cloudId, since, until, ...from, limit + 1];
      const rows = await database.query<DueRow>(selectDueReminders, asked);
      return cutPage(rows, limit, toDueReminder, (row) => {
        const [at, ...place] = placeInList(row);
        return { key: JSON.stringify([at, row.user_id, ...place]), id: '' };
      });
    },
  };
}

function keyOf({ cloudId, ownerId, conversationId, messageId }: ReminderPlace): string[] {
  return [cloudId, ownerId, conversationId, messageId ?? ''];
}

function placeInList({ due_at, conversation_id, message_id }: ReminderRow): string[] {
  return [new Date(due_at).toISOString(), conversation_id, message_id];
}

function toDueReminder(row: DueRow): DueReminder {
  return { user: { id: row.user_id }, ...toReminder(row) };
}
