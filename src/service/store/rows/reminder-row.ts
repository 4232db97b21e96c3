import type { Reminder } from '../../../contract/follow-up';

export interface ReminderRow {
  readonly conversation_id: string;
  readonly message_id: string;
  readonly issue_id: string | null;
  readonly issue_key: string | null;
  /** Milliseconds since 1970. */
  readonly due_at: number;
}

export function toReminder({ conversation_id, message_id, issue_id, issue_key, due_at }: ReminderRow): Reminder {
  return {
    conversationId: conversation_id,
    messageId: message_id === '' ? null : message_id,
    issue: issue_id === null || issue_key === null ? null : { id: issue_id, key: issue_key },
    due: new Date(due_at).toISOString(),
  };
}
