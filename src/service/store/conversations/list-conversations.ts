import type { Conversation, MessageList } from '../../../contract/resources';
import { longestName } from '../../../patterns/patterns';
import type { ConversationPage, ConversationQuery, ListPosition } from '../../conversation/conversation-store';
import type { Parameter, Queries } from '../engine/database';
import { nameKey } from '../engine/storable-text';
import { type ConversationRow, toConversation } from '../rows/conversation-row';
import { endPage } from '../rows/cut-page';
import type { MessageRow } from '../rows/message-row';
import { openMessages, type ToMessage } from '../rows/open-messages';
import { type ListOrder, listConversationsStatements } from './list-conversations.sql';

interface ReaderRow {
  readonly userId: string;
  readonly messageId: string;
  /** Null for the conversation, or for what is about none. */
  readonly issue: string | null;
}

interface ListedRow extends ConversationRow {
  readonly name_key: string;
  readonly last_activity_at: number;
  readonly is_muted: boolean;
  readonly last_message: MessageRow | null;
  /** Null for who is not a member. */
  readonly unread_count: number | null;
  /** Null where nothing is unread. */
  readonly unread_after: readonly Pick<ReaderRow, 'messageId' | 'issue'>[] | null;
  readonly read_by: readonly ReaderRow[] | null;
  readonly has_draft: boolean | null;
  readonly questions:
    | readonly { readonly messageId: string; readonly issue: string | null; readonly mine: boolean }[]
    | null;
  /** Of each when it is due, in milliseconds since 1970; without a message its id is empty. */
  readonly reminders: readonly { readonly messageId: string; readonly due: number }[] | null;
  readonly is_mentioned: boolean | null;
  readonly messages?: MessageRow[] | null;
  /** Of these, how many there are, as far as was looked: more than came where older ones remain. */
  readonly found_count?: number;
  readonly goes_on: boolean;
}

export async function listConversations(database: Queries, query: ConversationQuery): Promise<ConversationPage> {
  const statements = listConversationsStatements[choiceOf(query)];
  const rows = await database.query<ListedRow>(statements[orderOf(query)], parametersOf(query));
  const told = rows.flatMap((row) => [row.last_message ?? [], row.messages ?? []].flat());
  const toMessage = await openMessages(database, query, told);
  return endPage(
    rows,
    (row) => toListed(row, query, toMessage),
    (row) => positionOf(row, query),
  );
}

function choiceOf({ issueId, name, among }: ConversationQuery): keyof typeof listConversationsStatements {
  if (among !== 'all') return among;
  if (issueId !== null) return 'ofIssue';
  if (name === '') return 'all';
  // Fewer letters are no trigram, and in so many names that a page of them is soon found.
  return [...nameKey(name)].length < 3 ? 'lettered' : 'named';
}

function orderOf({ order, sort }: ConversationQuery): ListOrder {
  return order === 'activity' ? 'activity' : `name-${sort}`;
}

function parametersOf(query: ConversationQuery): Parameter[] {
  const { issueId, messagesOfIssue, userIds, among } = query;
  const which = query.mentionedOnly ? 'mentioned' : query.unreadOnly ? 'unread' : 'all';
  // To who is no member, a group has neither another end nor anything unread.
  const seesOthers =
    query.seesPublicGroups && userIds.length === 0 && which === 'all' && among !== 'programs' && among !== 'followed';
  return [
    ...[query.cloudId, query.callerId, seesOthers],
    ...[query.excludeDirect, query.includeArchived, query.includePrivate],
    ...[userIds.length === 0 ? null : userIds, ...placeOf(query), query.limit + 1],
    ...[query.expandActivity, which],
    ...(issueId === null ? [] : [issueId, messagesOfIssue === 0 ? 0 : messagesOfIssue + 1]),
    ...(issueId === null && query.name === '' ? [] : [patternOf(query.name)]),
  ];
}

/** For `like`: the name anywhere, its own `%`, `_` and `\` taken literally. Null matches all. */
function patternOf(name: string): string | null {
  return name === '' ? null : `%${nameKey(name).replace(/[\\%_]/g, '\\$&')}%`;
}

/** The last sign that there is, more often than a name may have signs: behind every key, also one of such signs alone. */
const behindAllNames = '\u{10ffff}'.repeat(longestName + 1);

/** Before all of the list, as its statement compares it; no time is as late. */
const beginnings: Readonly<Record<ListOrder, readonly [key: Parameter, id: string]>> = {
  'name-asc': ['', '00000000-0000-0000-0000-000000000000'],
  'name-desc': [behindAllNames, '00000000-0000-0000-0000-000000000000'],
  activity: [8_640_000_000_000_000, '00000000-0000-0000-0000-000000000000'],
};

/** The last row of the page before. */
function placeOf(query: ConversationQuery): readonly [key: Parameter, id: string] {
  const { after, order } = query;
  if (!after) return beginnings[orderOf(query)];
  return [order === 'activity' ? Date.parse(after.key) : after.key, after.id];
}

function positionOf(row: ListedRow, { order }: ConversationQuery): ListPosition {
  return { key: order === 'activity' ? new Date(row.last_activity_at).toISOString() : row.name_key, id: row.id };
}

function toListed(row: ListedRow, query: ConversationQuery, toMessage: ToMessage): Conversation {
  return {
    ...toConversation(row, query.callerId),
    ...(query.expandActivity && describeActivity(row, toMessage)),
    ...(row.messages && { messages: latest(row.messages, row.found_count ?? 0, toMessage) }),
  };
}

function describeActivity(row: ListedRow, toMessage: ToMessage): Partial<Conversation> {
  return {
    lastMessage: row.last_message && toMessage(row.last_message),
    isMuted: row.is_muted,
    role: row.low_id === null ? row.role : null,
    unreadCount: row.unread_count ?? 0,
    hasDraft: row.has_draft ?? false,
    questions: (row.questions ?? []).map(nameIssue),
    reminders: (row.reminders ?? []).map(({ messageId, due }) => ({
      messageId: messageId === '' ? null : messageId,
      due: new Date(due).toISOString(),
    })),
    mentioned: row.is_mentioned ?? false,
    unreadAfter: (row.unread_after ?? []).map(nameIssue),
    readBy: (row.read_by ?? []).map(nameIssue),
  };
}

/** What is of no issue says nothing of one. */
function nameIssue<Row extends { readonly issue: string | null }>({ issue, ...rest }: Row) {
  return issue === null ? rest : { ...rest, issue };
}

/** The rows are ascending. */
function latest(rows: readonly MessageRow[], foundCount: number, toMessage: ToMessage): MessageList {
  const values = rows.map(toMessage);
  return { values, before: (foundCount > rows.length && values.at(0)?.id) || null, after: null };
}
