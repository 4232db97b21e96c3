import type { Issue, Notice } from '../../../contract/resources';
import { textToDocument } from '../../../document/from-text';
import type { Clock } from '../engine/clock';
import type { Transaction } from '../engine/database';
import { moveHours } from '../rows/active-hour.sql';
import { noteIssues } from '../rows/note-issues.sql';
import { successorId } from '../rows/successor-id';

export const selectLastMessage = {
  name: 'select-last-message',
  text: `
  select c.last_message_id, c.issue_id, c.issue_key, c.low_id is null and c.privacy = 'public' as is_public
  from conversation c where c.cloud_id = $1 and c.id = $2`,
};

export const insertNotice = {
  name: 'insert-notice',
  text: `
  insert into message (cloud_id, conversation_id, id, sender_id, sender_kind, body, text, issue_id, issue_key, origin_kind,
    notice_what, notice_by, notice_details, may_be_public)
  values ($1, $2, $3, 'service', 'app', $4, $5, $6, $7, 'rule', $8, $9, $10, $11)`,
};

export const moveToNotice = {
  name: 'move-to-notice',
  text: `
  update conversation c set last_message_id = $3, last_activity_at = greatest($4, c.last_activity_at)
  where c.cloud_id = $1 and c.id = $2`,
};

interface Written {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly notice: Notice;
  /** What it is about; without it what the group is beside, if anything. */
  readonly issue?: Issue;
}

/** For whoever has no words of their own for it. */
const sentences: Readonly<Record<Notice['what'], string>> = {
  'made-public': 'This group was made public. What was written before can be read by its members alone.',
  owner: 'The owner left this group. It belongs to the one now who has been in it for longest.',
  founded: 'This group was begun beside a work item.',
  added: 'People were added to this group.',
  continued: 'This conversation goes on in a group. What was written here stays between the two.',
};

interface PlaceRow {
  readonly last_message_id: string | null;
  readonly issue_id: string | null;
  readonly issue_key: string | null;
  readonly is_public: boolean;
}

/** Writes a message of the service behind the last one, in a transaction that holds the conversation. Gives the last one's id. */
export async function writeNotice(
  transaction: Transaction,
  clock: Clock,
  { cloudId, conversationId, notice, issue }: Written,
): Promise<string | null> {
  const place = [cloudId, conversationId];
  const [row] = await transaction.query<PlaceRow>(selectLastMessage, place);
  const last = row?.last_message_id ?? null;
  const about = issue ?? { id: row?.issue_id ?? null, key: row?.issue_key ?? null };
  const now = clock.now();
  const [proposed, next] = [clock.newId(now), last === null ? '' : successorId(last)];
  const id = proposed > next ? proposed : next;
  const { what, by, ...details } = notice;
  const text = sentences[what];
  const told = [what, by, Object.keys(details).length === 0 ? null : JSON.stringify(details)];
  const words = [JSON.stringify(textToDocument(text)), text];
  await transaction.query(insertNotice, [
    ...place,
    id,
    ...words,
    about.id,
    about.key,
    ...told,
    row?.is_public ?? false,
  ]);
  await transaction.query(moveToNotice, [...place, id, now]);
  await transaction.query(moveHours, [cloudId, [conversationId]]);
  if (about.id !== null) await transaction.query(noteIssues, [cloudId, [about.id], [conversationId], [id]]);
  return last;
}
