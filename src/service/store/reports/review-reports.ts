import type { OpenedReport, PendingReport } from '../../../contract/reports';
import type { Decided, ReportPlace, ReportStore } from '../../conversation/report-store';
import { noteDeed } from '../audit/audit';
import { lockConversation } from '../conversations/change-locked';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { forgetAround } from '../messages/forget-around';
import { readTime } from '../rows/message-id';
import { countQuestions } from '../rows/questions';
import { toWaiting, type WaitingRow } from '../rows/report-row';
import { dismissReport, lockReport, removeWords, selectReport, settleReports } from './reports.sql';

interface FoundRow extends WaitingRow {
  readonly note: string;
  readonly body: string | null;
  readonly message_id: string;
  readonly outcome: string | null;
  readonly conversation_id: string;
  readonly low_id: string | null;
  readonly high_id: string | null;
  readonly message_now: OpenedReport['now'];
}

/** The words, and a record of who looked at them, in one commit. */
export async function openReport(
  database: Database,
  clock: Clock,
  place: ReportPlace,
): Promise<OpenedReport | 'decided' | null> {
  return database.transaction(async (transaction) => {
    const row = await find(transaction, place);
    if (row === null) return null;
    if (row.body === null) return 'decided';
    const { cloudId, accountId: actorId, id: subject } = place;
    await noteDeed(transaction, clock, { cloudId, actorId, action: 'report-opened', subject, details: {} });
    const waiting: PendingReport = toWaiting(row);
    const sent = readTime(row.message_id).toISOString();
    return { ...waiting, note: row.note, body: JSON.parse(row.body), sent, now: row.message_now };
  });
}

/** The conversation is held before the report, as whoever reports does: so no two wait for each other. */
export async function decideReport(
  database: Database,
  clock: Clock,
  ...[place, verdict]: Parameters<ReportStore['decideReport']>
): Promise<Decided | 'decided' | null> {
  return database.transaction(async (transaction) => {
    const row = await find(transaction, place);
    if (row === null) return null;
    const { cloudId, id, accountId: actorId } = place;
    const { conversation_id: conversationId, message_id: message } = row;
    await transaction.query(lockConversation, [cloudId, conversationId]);
    const [held] = await transaction.query<{ outcome: string | null }>(lockReport, [cloudId, id]);
    const users = [row.low_id, row.high_id].filter((user) => user !== null);
    const decided = { outcome: verdict, conversationId, users };
    // Erased or purged since it was found.
    if (!held) return null;
    if (held.outcome !== null) return held.outcome === verdict ? decided : 'decided';
    const now = clock.now();
    if (verdict === 'dismissed') {
      await transaction.query(dismissReport, [cloudId, id, now]);
      await noteDeed(transaction, clock, { cloudId, actorId, action: 'report-dismissed', subject: id, details: {} });
      return decided;
    }
    await transaction.query(removeWords, [cloudId, conversationId, message, now]);
    await countQuestions(transaction, cloudId, [conversationId]);
    await forgetAround(transaction, { cloudId, conversationId, id: message });
    await transaction.query(settleReports, [cloudId, conversationId, message, now]);
    const deed = { cloudId, actorId, action: 'message-removed', subject: conversationId } as const;
    await noteDeed(transaction, clock, { ...deed, details: { message, report: id } });
    return decided;
  });
}

async function find(queries: Queries, { cloudId, id, accountId }: ReportPlace): Promise<FoundRow | null> {
  const [row] = await queries.query<FoundRow>(selectReport, [cloudId, id, accountId]);
  return row ?? null;
}
