import type { Message, Notice, Origin, Sender } from '../../../contract/resources';
import type { AdfDocument } from '../../../document/types';
import { inMilliseconds } from '../engine/milliseconds';
import { readTime } from './message-id';

/** What a notice says beside what became of the conversation and by whom. */
export type NoticeDetails = Omit<Notice, 'what' | 'by'>;

/** A message as a statement returns it, as a row or within JSON: times in milliseconds since 1970. */
export interface MessageRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly sender_id: string;
  readonly sender_kind: Sender['kind'];
  readonly body: string | null;
  readonly text: string;
  readonly issue_id: string | null;
  readonly issue_key: string | null;
  readonly origin_kind: Origin['kind'];
  readonly origin_label: string | null;
  readonly origin_account: string | null;
  readonly notice_what: Notice['what'] | null;
  readonly notice_by: string | null;
  /** JSON of what else a notice says; null for nothing. */
  readonly notice_details: string | null;
  readonly edited_at: number | null;
  readonly deleted_at: number | null;
  /** Whether anybody ever gave it a quick answer. */
  readonly is_reacted: boolean;
  readonly awaits_answer: boolean;
  /** Whether an administrator took its words away. */
  readonly is_removed: boolean;
}

/** The columns of a MessageRow, of the table under the alias `m`. */
export const messageColumns = `m.id, m.conversation_id, m.sender_id, m.sender_kind, m.body, m.text, m.issue_id, m.issue_key,
    m.origin_kind, m.origin_label, m.origin_account, m.notice_what, m.notice_by, m.notice_details,
    ${inMilliseconds('m.edited_at')}, ${inMilliseconds('m.deleted_at')}, m.is_reacted, m.is_removed, m.awaits_answer`;

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    body: row.body === null ? null : parseDocument(row.body),
    text: row.text,
    sender: { id: row.sender_id, kind: row.sender_kind },
    ts: readTime(row.id).toISOString(),
    conversationId: row.conversation_id,
    editedAt: toTimestamp(row.edited_at),
    deletedAt: toTimestamp(row.deleted_at),
    issue: row.issue_id === null || row.issue_key === null ? null : { id: row.issue_id, key: row.issue_key },
    ...describeReason(row),
    ...(row.awaits_answer && { awaitsAnswer: true }),
    ...(row.is_removed && { removed: true as const }),
  };
}

/** What the service itself tells comes from no one. */
function describeReason(row: MessageRow): Pick<Message, 'origin' | 'notice'> {
  const { origin_kind: kind, origin_label: label, origin_account: account, notice_what: what, notice_by: by } = row;
  if (what !== null && by !== null) {
    return { origin: null, notice: { what, by, ...parseDetails(row.notice_details) } };
  }
  return { origin: { kind, label, ...(kind === 'rule' && { account }) } };
}

/** Nothing but this room writes the column. */
function parseDetails(json: string | null): NoticeDetails {
  return json === null ? {} : JSON.parse(json);
}

/** It was checked when it was sent, and nothing but this room writes the column. */
function parseDocument(json: string): AdfDocument {
  const document: AdfDocument = JSON.parse(json);
  return document;
}

function toTimestamp(value: number | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}
