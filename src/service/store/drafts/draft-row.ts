import type { Draft, DraftList } from '../../../contract/drafts';

/** A place with a draft; empty where there is no issue or no message. */
export interface DraftRow {
  readonly place_kind: 'user' | 'conversation';
  readonly place_id: string;
  readonly issue_id: string;
  readonly message_id: string;
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly saved_at: number;
}

export interface DraftRowWithWords extends DraftRow {
  readonly media_type: Draft['mediaType'];
  readonly body: string;
}

export function toDraftEntry(row: DraftRow): DraftList['values'][number] {
  return {
    ...(row.place_kind === 'user' ? { user: { id: row.place_id } } : { conversationId: row.place_id }),
    issue: row.issue_id === '' ? null : { id: row.issue_id },
    messageId: row.message_id === '' ? null : row.message_id,
    revision: row.revision,
    saved: new Date(row.saved_at).toISOString(),
  };
}

export function toDraft(row: DraftRowWithWords): Draft {
  const { media_type: mediaType, body } = row;
  return { ...toDraftEntry(row), mediaType, body: mediaType === 'application/json' ? JSON.parse(body) : body };
}
