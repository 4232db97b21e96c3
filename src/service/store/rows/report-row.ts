import type { PendingReport, ReportList } from '../../../contract/reports';

/** Times in milliseconds since 1970. */
export interface WaitingRow {
  readonly id: string;
  readonly reporter_id: string;
  readonly sender_id: string;
  readonly sender_kind: PendingReport['sender']['kind'];
  readonly reason: PendingReport['reason'];
  readonly reported_at: number;
  readonly is_group: boolean;
}

export interface OwnRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly message_id: string;
  readonly reason: PendingReport['reason'];
  readonly outcome: 'removed' | 'dismissed' | 'ended' | null;
  readonly reported_at: number;
  readonly decided_at: number | null;
}

export function toWaiting(row: WaitingRow): PendingReport {
  return {
    id: row.id,
    reporter: { id: row.reporter_id },
    sender: { id: row.sender_id, kind: row.sender_kind },
    reason: row.reason,
    reported: new Date(row.reported_at).toISOString(),
    isGroup: row.is_group,
  };
}

export function toOwn(row: OwnRow): ReportList['values'][number] {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    reason: row.reason,
    reported: new Date(row.reported_at).toISOString(),
    outcome: row.outcome ?? 'open',
    decided: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
  };
}
