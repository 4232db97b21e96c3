import { maxOpenReports } from '../../../patterns/patterns';
import type { SeenConversation } from '../../conversation/conversation-store';
import type { ReportAnswer, ReportStore } from '../../conversation/report-store';
import { changeLocked } from '../conversations/change-locked';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { storableText } from '../engine/storable-text';
import { noteSite } from '../rows/note-site';
import { beforeAllIds } from '../rows/outer-ids';
import { countByPlace, exceeds } from '../sending/count-sends';
import { countReports, insertReport, lockReports, selectReported } from './reports.sql';

interface ReportedRow {
  readonly sender_id: string;
  readonly sender_kind: string;
  readonly author_id: string;
  /** Null where it is deleted. */
  readonly body: string | null;
  readonly edited_at: number | null;
  readonly is_notice: boolean;
}

/** With the conversation held, as a reaction is given: the rule, the counts, then the report with the words as they stand. */
export async function reportMessage(
  database: Database,
  clock: Clock,
  ...[report, decide]: Parameters<ReportStore['reportMessage']>
): Promise<ReportAnswer> {
  const { cloudId, conversationId, messageId, reporter, reason, note, quotas } = report;
  const locking = { cloudId, conversationId, callerId: reporter.id, decide: (seen: SeenConversation | null) => seen };
  return changeLocked(database, locking, async (transaction, seen) => {
    const asked = [cloudId, conversationId, messageId, seen?.readsAfterId ?? beforeAllIds];
    const [message] = await transaction.query<ReportedRow>(selectReported, asked);
    const isDeleted = message?.body == null;
    decide(seen, message ? { authorId: message.author_id, isDeleted, isNotice: message.is_notice } : null);
    const now = clock.now();
    const counts = await countByPlace(
      transaction,
      cloudId,
      { sender: reporter, quotas, askedAt: now, conversationId },
      seen,
    );
    if (exceeds(counts, quotas) || !message) return { outcome: 'limited', counts };
    // A statement of its own, so that the next one sees what was committed while this one waited.
    await transaction.query(lockReports, [cloudId, reporter.id]);
    const mine = [cloudId, reporter.id, messageId];
    const [waiting] = await transaction.query<{ reports: number; is_known: boolean }>(countReports, mine);
    if (waiting?.is_known) return { outcome: 'done', counts };
    if ((waiting?.reports ?? 0) >= maxOpenReports) return { outcome: 'too-many', counts };
    await transaction.query(insertReport, [
      ...[cloudId, clock.newId(now), conversationId, messageId, reporter.id],
      ...[message.sender_id, message.sender_kind, message.author_id, reason, storableText(note), message.body],
      ...[message.edited_at === null ? null : new Date(message.edited_at), now],
    ]);
    await noteSite(transaction, cloudId);
    return { outcome: 'done', counts };
  });
}
