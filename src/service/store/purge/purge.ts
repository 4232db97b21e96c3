import type { PurgeLease, PurgeOutcome, PurgeStep } from '../../conversation/administration';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { giveUpLease, holdLease } from './lease';
import { purgeAbsences } from './purge-absences';
import { draftsInBatch, purgeDrafts } from './purge-drafts';
import { purgeMessages } from './purge-messages';
import { purgeReminders } from './purge-reminders';
import { purgeReports } from './purge-reports';
import type { PurgeRun } from './purge-run';

/** One batch, one commit: what belongs to people before any message, then messages where the site limits their time. */
export async function purgeBatch(
  database: Database,
  clock: Clock,
  lease: PurgeLease,
  step: PurgeStep,
): Promise<PurgeOutcome> {
  return database.transaction(async (transaction) => {
    const now = clock.now();
    const days = await holdLease(transaction, now, lease);
    if (days === undefined) return { outcome: 'lost' };
    const run = { transaction, now, cloudId: lease.cloudId, days };
    const isBeforeMessages = step.doneId === null && step.messages === 0;
    const gone = isBeforeMessages ? await purgeOfPeople(run, step) : nothing;
    const begun = { ...step, drafts: step.drafts + gone.drafts, reports: step.reports + gone.reports };
    const isHolding = gone.drafts + gone.reports + gone.others > 0;
    // None of these is held while conversations are waited for: others hold a conversation and want one of these.
    if (gone.drafts === draftsInBatch || (isHolding && days !== null)) return { outcome: 'more', step: begun };
    const old = days === null ? null : await purgeMessages(run, clock, step.doneId);
    const reached = old === null ? begun : { ...begun, doneId: old.doneId, messages: step.messages + old.count };
    if (old?.isFinished === false) return { outcome: 'more', step: reached };
    await giveUpLease(transaction, now, lease);
    const { messages, drafts, reports } = reached;
    return { outcome: 'finished', messages, drafts, reports };
  });
}

interface Purged {
  readonly drafts: number;
  readonly reports: number;
  readonly others: number;
}

const nothing: Purged = { drafts: 0, reports: 0, others: 0 };

/** Of a site that keeps its messages for ever, these end all the same. */
async function purgeOfPeople(run: PurgeRun, step: PurgeStep): Promise<Purged> {
  const others = (await purgeReminders(run)) + (await purgeAbsences(run));
  const drafts = await purgeDrafts(run);
  return { others, drafts, reports: step.drafts > 0 ? 0 : await purgeReports(run) };
}
