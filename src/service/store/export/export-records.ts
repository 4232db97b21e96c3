import { type ChoiceRow, toPreference } from '../people/preference';
import { endedOf } from '../rows/hold-row';
import { type MessageRow, toMessage } from '../rows/message-row';
import { type OwnRow, toOwn } from '../rows/report-row';
import { successorId } from '../rows/successor-id';

/** The lines of an export, from rows whose times are in milliseconds since 1970. Each has the name of its kind in `record`; what is a resource of the API looks as it does there. */

export interface PreferenceRow extends ChoiceRow {
  readonly user_id: string;
  readonly changed_at: number;
}

/** In the export of a site, which its administrators read: when somebody rests is not theirs to know. */
export function toPreferenceRecord(row: PreferenceRow) {
  const { quiet: _quiet, away: _away, ...choices } = toPreference(row);
  return {
    record: 'preference',
    user: { id: row.user_id },
    ...choices,
    changed: new Date(row.changed_at).toISOString(),
  };
}

/**
 * In the export of the account. `holdsChanged`: since when quiet hours and the time away are these; `heldFrom`: when what
 * was held then had begun; `holds`: those that ended before.
 */
export function toOwnPreferenceRecord(row: PreferenceRow) {
  const { quiet, away } = toPreference(row);
  const time = (at: number) => new Date(at).toISOString();
  const holds = endedOf(row).map(({ from, until }) => ({ from: time(from), until: time(until) }));
  return {
    ...toPreferenceRecord(row),
    ...{ quiet, away },
    ...(row.hold_changed_at !== null && { holdsChanged: time(row.hold_changed_at) }),
    ...(row.held_from !== null && { heldFrom: time(row.held_from) }),
    ...(holds.length > 0 && { holds }),
  };
}

export interface BlockRow {
  readonly user_id: string;
  readonly blocked_id: string;
  readonly blocked_at: number;
}

export function toBlockRecord(row: BlockRow) {
  return {
    record: 'block',
    user: { id: row.user_id },
    blockedUser: { id: row.blocked_id },
    blocked: new Date(row.blocked_at).toISOString(),
  };
}

export interface ConversationRow {
  readonly id: string;
  readonly low_id: string | null;
  readonly high_id: string | null;
  readonly name: string;
  readonly topic: string;
  readonly privacy: string;
  readonly is_archived: boolean;
  readonly issue_id: string | null;
  readonly issue_key: string | null;
  readonly created_at: number;
  readonly members: MemberRow[] | null;
}

interface MemberRow {
  readonly user_id: string;
  readonly role: string;
  readonly joined_at: number;
  readonly is_muted: boolean;
  readonly read_id: string | null;
  readonly unread_after_id: string | null;
  readonly issues: IssueMarkerRow[] | null;
}

interface IssueMarkerRow {
  readonly issue_id: string;
  readonly read_id: string | null;
  readonly unread_after_id: string | null;
}

export function toConversationRecord(row: ConversationRow) {
  return {
    record: 'conversation',
    id: row.id,
    type: row.low_id === null ? 'group' : 'direct',
    ...(row.low_id !== null && { users: [{ id: row.low_id }, { id: row.high_id }] }),
    name: row.name,
    topic: row.topic,
    privacy: row.privacy,
    isArchived: row.is_archived,
    ...(row.issue_id !== null && { issue: { id: row.issue_id, key: row.issue_key } }),
    created: new Date(row.created_at).toISOString(),
    members: (row.members ?? []).map((member) => ({
      id: member.user_id,
      role: member.role,
      joined: new Date(member.joined_at).toISOString(),
      isMuted: member.is_muted,
      ...toMarker(member),
      issues: (member.issues ?? []).map((marker) => ({ id: marker.issue_id, ...toMarker(marker) })),
    })),
  };
}

/** What is marked as unread is named by the first message of it. */
function toMarker({ read_id, unread_after_id }: Pick<IssueMarkerRow, 'read_id' | 'unread_after_id'>) {
  return { readMessageId: read_id, unreadFromMessageId: unread_after_id && successorId(unread_after_id) };
}

export interface ReactionRow {
  readonly conversation_id: string;
  readonly message_id: string;
  readonly name: string;
  readonly user_id: string;
  readonly reacted_at: number;
}

export function toReactionRecord(row: ReactionRow) {
  return {
    record: 'reaction',
    user: { id: row.user_id },
    conversationId: row.conversation_id,
    messageId: row.message_id,
    name: row.name,
    reacted: new Date(row.reacted_at).toISOString(),
  };
}

export interface ReportRow extends OwnRow {
  readonly reporter_id: string;
  readonly note: string;
  readonly body: string | null;
}

/** `body`: the reported words while it waits, in the export of a site alone. */
export function toReportRecord(row: ReportRow) {
  return {
    record: 'report',
    user: { id: row.reporter_id },
    ...toOwn(row),
    note: row.note,
    ...(row.body !== null && { body: JSON.parse(row.body) }),
  };
}

export interface ClientUseRow {
  readonly client_id: string;
  readonly used_at: number;
}

export function toClientUseRecord(row: ClientUseRow) {
  return { record: 'client-use', client: { id: row.client_id }, used: new Date(row.used_at).toISOString() };
}

export interface MentionRow {
  readonly user_id: string;
  readonly conversation_id: string;
  readonly message_id: string;
}

export function toMentionRecord(row: MentionRow) {
  return {
    record: 'mention',
    user: { id: row.user_id },
    conversationId: row.conversation_id,
    messageId: row.message_id,
  };
}

export function toMessageRecord(row: MessageRow) {
  return { record: 'message', ...toMessage(row) };
}
