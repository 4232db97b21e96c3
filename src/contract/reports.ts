import { type Static, Type } from 'typebox';
import { longestReportNote } from '../patterns/patterns';
import { AccountId, Timestamp, Uuid } from './identifiers';
import type { Description } from './operation';
import { cursor, pageSize } from './parameters';
import {
  type ReportReason as ReportReasons,
  type ReportVerdict,
  reportReasons,
  reportVerdicts,
} from './report-reasons';
import { Document, Sender } from './resources';

const closed = { additionalProperties: false } as const;

export const ReportReason = Type.Unsafe<ReportReasons>(
  Type.String({ enum: [...reportReasons], description: 'Why the message is reported' }),
);

const Verdict = Type.Unsafe<ReportVerdict>(
  Type.String({
    enum: [...reportVerdicts],
    description: '`removed`: the message is a tombstone. `dismissed`: it stays as it is',
  }),
);

/** What somebody says of a message that they received. */
export const ReportInput = Type.Object(
  {
    reason: ReportReason,
    note: Type.Optional(
      Type.String({ maxLength: longestReportNote, description: 'What the administrators should know beside it' }),
    ),
  },
  closed,
);

const outcome = Type.Union(
  [Type.Literal('open'), Type.Literal('removed'), Type.Literal('dismissed'), Type.Literal('ended')],
  {
    description: '`ended`: nobody decided in time',
  },
);

const page = {
  cursor: Type.String({ description: 'Empty on the last page' }),
  limit: Type.Integer(),
  size: Type.Integer(),
};

/** What the caller reported and what became of it, the newest first. */
export const ReportList = Type.Object({
  values: Type.Array(
    Type.Object({
      id: Uuid,
      conversationId: Uuid,
      messageId: Uuid,
      reason: ReportReason,
      reported: Timestamp,
      outcome,
      decided: Type.Union([Timestamp, Type.Null()]),
    }),
  ),
  ...page,
});

/** A report as administrators find it, without a word of the message or of the report. */
export const PendingReport = Type.Object({
  id: Uuid,
  reporter: Type.Object({ id: AccountId }),
  sender: Sender,
  reason: ReportReason,
  reported: Timestamp,
  isGroup: Type.Boolean({ description: 'Whether the message is in a group; otherwise it is between two' }),
});

/** The reports that wait for a decision, the oldest first, but for those about messages of the account that looks. */
export const PendingReportList = Type.Object({ values: Type.Array(PendingReport), ...page });

/** For whom the app asks: an administrator of Jira, whose account the platform gave. */
export const ReportLook = Type.Object({ account: AccountId }, closed);

/** A report with the words. */
export const OpenedReport = Type.Object({
  ...PendingReport.properties,
  note: Type.String({ description: 'What the reporter wrote beside the reason; may be empty' }),
  body: Document,
  sent: Timestamp,
  now: Type.Union([Type.Literal('same'), Type.Literal('edited'), Type.Literal('deleted')], {
    description: 'What became of the message since it was reported. The body is as it stood then',
  }),
});

export const ReportDecision = Type.Object({ account: AccountId, outcome: Verdict }, closed);

/** What was decided, and where open views have something new to show. */
export const DecidedReport = Type.Object({
  outcome: Verdict,
  conversationId: Uuid,
  users: Type.Array(AccountId, { description: 'Both ends of a direct conversation; empty for a group' }),
});

const pageQuery = { cursor, limit: pageSize };

/** Messages that somebody who received them reports to the administrators of the site. */
export const reportDescriptions = {
  reportMessage: {
    operationId: 'ConversationMessageReportPutHandler',
    summary: 'Report a message that you received to the administrators of the site',
    refusals: ['conflict'],
    body: { 'application/json': ReportInput },
  },
  listOwnReports: {
    operationId: 'ReportGetAllHandler',
    summary: 'List what you reported, and what became of it',
    query: Type.Object(pageQuery),
    reply: ReportList,
  },
  listReports: {
    operationId: 'ReviewGetAllHandler',
    summary: 'List the reports that wait for a decision',
    query: Type.Object({ ...pageQuery, account: AccountId }),
    reply: PendingReportList,
  },
  openReport: {
    operationId: 'ReviewLookPostHandler',
    summary: 'Read a reported message, which the audit notes',
    refusals: ['not_found'],
    body: { 'application/json': ReportLook },
    reply: OpenedReport,
  },
  decideReport: {
    operationId: 'ReviewDecisionPostHandler',
    summary: 'Remove a reported message, or leave it',
    refusals: ['not_found', 'conflict'],
    body: { 'application/json': ReportDecision },
    reply: DecidedReport,
  },
} as const satisfies Record<string, Description>;

export type ReportInput = Static<typeof ReportInput>;
export type ReportList = Static<typeof ReportList>;
export type PendingReport = Static<typeof PendingReport>;
export type PendingReportList = Static<typeof PendingReportList>;
export type OpenedReport = Static<typeof OpenedReport>;
export type DecidedReport = Static<typeof DecidedReport>;
