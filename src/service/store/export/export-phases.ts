import type { ExportPage } from '../../conversation/administration';
import { listAudit } from '../audit/audit';
import { type DraftRowWithWords, toDraft } from '../drafts/draft-row';
import type { Parameter, Queries, Statement } from '../engine/database';
import { walkAccount } from '../people/walk-conversations';
import type { MessageRow } from '../rows/message-row';
import { beforeAllIds } from '../rows/outer-ids';
import { type ReminderRow, toReminder } from '../rows/reminder-row';
import {
  exportBlocks,
  exportClientUses,
  exportConversations,
  exportConversationsOfAccount,
  exportDrafts,
  exportMentions,
  exportMentionsOfAccount,
  exportMessages,
  exportMessagesOfAccount,
  exportPreferences,
  exportReactions,
  exportReactionsOfAccount,
  exportReminders,
  exportReports,
  exportReportsOfAccount,
} from './export.sql';
import {
  type BlockRow,
  type ClientUseRow,
  type ConversationRow,
  type MentionRow,
  type PreferenceRow,
  type ReactionRow,
  type ReportRow,
  toBlockRecord,
  toClientUseRecord,
  toConversationRecord,
  toMentionRecord,
  toMessageRecord,
  toOwnPreferenceRecord,
  toPreferenceRecord,
  toReactionRecord,
  toReportRecord,
} from './export-records';

/** Rows of a page; of messages, a page may end before by their bytes. */
const rowsInPage = 200;
const messagesInPage = 50;
/** Each may be as large as a document may. */
const documentsInPage = 16;

type Key = readonly string[];
type Read = (key: Key) => Promise<{ readonly records: ExportPage['records']; readonly next: Key | null }>;

/** One kind of record after another; each is read by keyset from `first` on. */
export interface ExportPhase {
  readonly name: string;
  readonly first: Key;
  readonly read: Read;
}

/** @param accountId null for all of the site */
export function exportPhases(database: Queries, cloudId: string, accountId: string | null): readonly ExportPhase[] {
  const table =
    <Row>(statement: Statement, { toRecord, keyOf, limit = rowsInPage, more = [] }: Table<Row>): Read =>
    async (key) => {
      const rows = await database.query<Row>(statement, [cloudId, ...key, limit, ...more]);
      const last = rows.at(-1);
      return { records: rows.map(toRecord), next: rows.length === limit && last ? keyOf(last) : null };
    };
  const choices: readonly ExportPhase[] = [
    {
      name: 'preference',
      first: [''],
      read: table<PreferenceRow>(exportPreferences, {
        toRecord: accountId === null ? toPreferenceRecord : toOwnPreferenceRecord,
        keyOf: (row) => [row.user_id],
        more: [accountId],
      }),
    },
    {
      name: 'block',
      first: ['', ''],
      read: table<BlockRow>(exportBlocks, {
        toRecord: toBlockRecord,
        keyOf: (row) => [row.user_id, row.blocked_id],
        more: [accountId],
      }),
    },
  ];
  const drafts: ExportPhase = {
    name: 'draft',
    first: ['', '', '', ''],
    read: table<DraftRowWithWords>(exportDrafts, {
      toRecord: (row) => ({ record: 'draft', ...toDraft(row) }),
      keyOf: (row) => [row.place_kind, row.place_id, row.issue_id, row.message_id],
      limit: documentsInPage,
      more: [accountId],
    }),
  };
  const reports: ExportPhase = {
    name: 'report',
    first: [beforeAllIds],
    read: table<ReportRow>(accountId === null ? exportReports : exportReportsOfAccount, {
      toRecord: toReportRecord,
      keyOf: (row) => [row.id],
      limit: documentsInPage,
      ...(accountId !== null && { more: [accountId] }),
    }),
  };
  if (accountId !== null) {
    const reactions: ExportPhase = {
      name: 'reaction',
      first: [beforeAllIds, beforeAllIds, ''],
      read: table<ReactionRow>(exportReactionsOfAccount, {
        toRecord: toReactionRecord,
        keyOf: (row) => [row.conversation_id, row.message_id, row.name],
        more: [accountId],
      }),
    };
    const reminders: ExportPhase = {
      name: 'reminder',
      first: [beforeAllIds, ''],
      read: table<ReminderRow>(exportReminders, {
        toRecord: (row) => ({ record: 'reminder', ...toReminder(row) }),
        keyOf: (row) => [row.conversation_id, row.message_id],
        more: [accountId],
      }),
    };
    const mentions: ExportPhase = {
      name: 'mention',
      first: [beforeAllIds, beforeAllIds],
      read: table<MentionRow>(exportMentionsOfAccount, {
        toRecord: toMentionRecord,
        keyOf: (row) => [row.conversation_id, row.message_id],
        more: [accountId],
      }),
    };
    return [
      ...choices,
      drafts,
      reminders,
      ...phasesOfAccount(database, cloudId, accountId),
      reactions,
      mentions,
      reports,
    ];
  }
  return [
    ...choices,
    {
      name: 'conversation',
      first: [beforeAllIds],
      read: table<ConversationRow>(exportConversations, {
        toRecord: toConversationRecord,
        keyOf: (row) => [row.id],
        limit: messagesInPage,
      }),
    },
    {
      name: 'message',
      first: [beforeAllIds, beforeAllIds],
      read: async (key) => {
        const rows = await database.query<MessagePageRow>(exportMessages, [cloudId, ...key, messagesInPage + 1]);
        return { records: rows.map(toMessageRecord), next: keyAfter(rows) };
      },
    },
    {
      name: 'reaction',
      first: [beforeAllIds, beforeAllIds, '', ''],
      read: table<ReactionRow>(exportReactions, {
        toRecord: toReactionRecord,
        keyOf: (row) => [row.conversation_id, row.message_id, row.name, row.user_id],
      }),
    },
    {
      name: 'mention',
      first: ['', beforeAllIds, beforeAllIds],
      read: table<MentionRow>(exportMentions, {
        toRecord: toMentionRecord,
        keyOf: (row) => [row.user_id, row.conversation_id, row.message_id],
      }),
    },
    reports,
    {
      name: 'client-use',
      first: [''],
      read: table<ClientUseRow>(exportClientUses, { toRecord: toClientUseRecord, keyOf: (row) => [row.client_id] }),
    },
    { name: 'audit', first: [beforeAllIds], read: readAudit(database, cloudId) },
  ];
}

interface Table<Row> {
  readonly toRecord: (row: Row) => { readonly record: string };
  readonly keyOf: (row: Row) => Key;
  readonly limit?: number;
  /** Parameters after the limit. */
  readonly more?: readonly Parameter[];
}

function readAudit(database: Queries, cloudId: string): Read {
  return async ([afterId = beforeAllIds]) => {
    const deeds = await listAudit(database, cloudId, afterId, rowsInPage);
    const last = deeds.at(-1);
    return {
      records: deeds.map((deed) => ({ record: 'audit', ...deed })),
      next: deeds.length === rowsInPage && last ? [last.id] : null,
    };
  };
}

/** Along the conversations in which the account is or was. */
function phasesOfAccount(database: Queries, cloudId: string, accountId: string): readonly ExportPhase[] {
  const walk = (doneId: string) => walkAccount(database, cloudId, accountId, doneId, messagesInPage);
  return [
    {
      name: 'conversation',
      first: [beforeAllIds],
      read: async ([doneId = beforeAllIds]) => {
        const walked = await walk(doneId);
        const parameters = [cloudId, walked, accountId];
        const rows = await database.query<ConversationRow>(exportConversationsOfAccount, parameters);
        return { records: rows.map(toConversationRecord), next: afterWalk(walked) };
      },
    },
    {
      name: 'message',
      // The last conversation that is done, and the last message within the next ones.
      first: [beforeAllIds, beforeAllIds, beforeAllIds],
      read: async ([doneId = beforeAllIds, conversationId = beforeAllIds, messageId = beforeAllIds]) => {
        const walked = await walk(doneId);
        const parameters = [cloudId, conversationId, messageId, walked, accountId, messagesInPage + 1];
        const rows = await database.query<MessagePageRow>(exportMessagesOfAccount, parameters);
        const within = keyAfter(rows);
        const [nextDoneId] = afterWalk(walked) ?? [];
        return {
          records: rows.map(toMessageRecord),
          next: within
            ? [doneId, ...within]
            : nextDoneId === undefined
              ? null
              : [nextDoneId, beforeAllIds, beforeAllIds],
        };
      },
    },
  ];
}

type MessagePageRow = MessageRow & { readonly goes_on: boolean };

/** Where a page of messages goes on; null on the last one. */
function keyAfter(rows: readonly MessagePageRow[]): Key | null {
  const last = rows.at(-1);
  return last?.goes_on ? [last.conversation_id, last.id] : null;
}

/** Null when there were fewer than asked for: nothing is left. */
function afterWalk(walked: readonly string[]): Key | null {
  const last = walked.length === messagesInPage ? walked.at(-1) : undefined;
  return last === undefined ? null : [last];
}
