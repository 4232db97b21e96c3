import { draftDays, reminderDays } from '../../../patterns/patterns';
import type { PurgeLease, PurgeOutcome, PurgeStep } from '../../conversation/administration';
import { listReachableSites } from '../distribution/sites-by-shard';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { firstIdAt } from '../rows/message-id';
import { countQuestions, holdQuestions } from '../rows/questions';
import { noteDeed } from './audit';
import { purgeAbsences } from './purge-absences';
import { purgeReports } from './purge-reports';
import { keptSince } from './retention';
import { walkSite } from './walk-conversations';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Far longer than a batch takes, and than clocks of nodes differ. A node that died holds it for no longer. */
const leaseTime = 2 * 60 * 1000;

const conversationsInBatch = 100;
const messagesInBatch = 200;
const draftsInBatch = 200;

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

/** With a message that was the last one about its issue, nothing is left about that in its conversation, no marker either. */
export const deleteOldMessages = {
  name: 'delete-old-messages',
  text: `
  with chosen as (
    select m.cloud_id, m.conversation_id, m.id
    from message m
    where m.cloud_id = $1 and m.conversation_id = any ($2::text[]::uuid[]) and m.id < $3
    order by m.conversation_id, m.id
    limit $4
  ), gone as (
    delete from message m
    using chosen s
    where m.cloud_id = $1 and m.conversation_id = s.conversation_id and m.id = s.id
    returning m.cloud_id, m.conversation_id, m.id, m.issue_id
  ), forgotten as (
    delete from conversation_issue a
    using gone g
    where a.cloud_id = $1 and a.issue_id = g.issue_id and a.conversation_id = g.conversation_id
      and a.last_message_id = g.id
    returning a.cloud_id, a.issue_id, a.conversation_id
  ), unanswered as (
    delete from reaction r
    using gone g
    where r.cloud_id = $1 and r.conversation_id = g.conversation_id and r.message_id = g.id
  ), unmentioned as (
    delete from mention n
    using gone g
    where n.cloud_id = $1 and n.conversation_id = g.conversation_id and n.message_id = g.id
  ), dropped as (
    delete from issue_marker k
    using forgotten f
    where k.cloud_id = $1 and k.conversation_id = f.conversation_id and k.issue_id = f.issue_id
  )
  select g.id from gone g`,
};

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

/** Those that fell due long ago, and those of messages that are gone with their time. */
export const deleteOldReminders = {
  name: 'delete-old-reminders',
  text: `
  delete from reminder r
  where r.cloud_id = $1 and (r.due_at < $2 or (r.message_id <> '' and r.message_id < $3))
  returning r.user_id`,
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

export async function purgeBatch(
  database: Database,
  clock: Clock,
  { cloudId, holder }: PurgeLease,
  step: PurgeStep,
): Promise<PurgeOutcome> {
  return database.transaction(async (transaction) => {
    const now = clock.now();
    const until = new Date(now.getTime() + leaseTime);
    const [held] = await transaction.query<{ days: number | null }>(prolongLease, [cloudId, holder, now, until]);
    if (!held) return { outcome: 'lost' };
    const reminders = await purgeReminders(transaction, now, cloudId, held, step);
    const absences = await purgeAbsences(transaction, now, cloudId, held, step);
    const begun = {
      ...step,
      drafts: step.drafts + (await purgeDrafts(transaction, now, cloudId, held, step)),
      reports: step.reports + (await purgeReports(transaction, now, cloudId, held, step)),
    };
    const drafts = begun.drafts - step.drafts;
    const isHolding = reminders + absences + drafts + begun.reports - step.reports > 0;
    // None of these is held while conversations are waited for: others hold a conversation and want one of these.
    if (drafts === draftsInBatch || (isHolding && held.days !== null)) return { outcome: 'more', step: begun };
    if (held.days === null) {
      await transaction.query(endLease, [cloudId, holder, now]);
      return { outcome: 'finished', messages: step.messages, drafts: begun.drafts, reports: begun.reports };
    }
    const oldest = firstIdAt(new Date(now.getTime() - held.days * day));
    const walked = await walkSite(transaction, cloudId, step.doneId, oldest, conversationsInBatch);
    const asked = await holdQuestions(transaction, cloudId, walked);
    const deleted = await transaction.query(deleteOldMessages, [cloudId, walked, oldest, messagesInBatch]);
    if (deleted.length > 0) await countQuestions(transaction, cloudId, asked);
    const messages = step.messages + deleted.length;
    // Of each batch, as whoever takes over a run does not know what came before.
    if (deleted.length > 0) {
      const deed = { cloudId, actorId: 'service', action: 'messages-purged', subject: null } as const;
      await noteDeed(transaction, clock, { ...deed, details: { messages: deleted.length, days: held.days } });
    }
    if (deleted.length === messagesInBatch) return { outcome: 'more', step: { ...begun, messages } };
    if (walked.length === conversationsInBatch) {
      return { outcome: 'more', step: { ...begun, doneId: walked.at(-1) ?? null, messages } };
    }
    await transaction.query(endLease, [cloudId, holder, now]);
    return { outcome: 'finished', messages, drafts: begun.drafts, reports: begun.reports };
  });
}

/** Before any message; of a site that keeps its messages for ever, reminders and drafts end all the same. */
async function purgeReminders(
  transaction: Queries,
  now: Date,
  cloudId: string,
  { days }: { readonly days: number | null },
  step: PurgeStep,
): Promise<number> {
  if (step.doneId !== null || step.messages > 0) return 0;
  const asked = [cloudId, keptSince(now, days, reminderDays), oldestMessageOf(now, days)];
  return (await transaction.query(deleteOldReminders, asked)).length;
}

async function purgeDrafts(
  transaction: Queries,
  now: Date,
  cloudId: string,
  { days }: { readonly days: number | null },
  step: PurgeStep,
): Promise<number> {
  if (step.doneId !== null || step.messages > 0) return 0;
  const asked = [cloudId, keptSince(now, days, draftDays), oldestMessageOf(now, days), draftsInBatch];
  return (await transaction.query(deleteOldDrafts, asked)).length;
}

/** Empty where messages are kept for ever. */
function oldestMessageOf(now: Date, days: number | null): string {
  return days === null ? '' : firstIdAt(new Date(now.getTime() - days * day));
}
