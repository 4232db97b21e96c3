import { Type } from 'typebox';
import { AccountId } from './identifiers';
import type { Description } from './operation';
import { cursor, pageSize } from './parameters';
import {
  DecidedReport,
  OpenedReport,
  PendingReportList,
  ReportDecision,
  ReportInput,
  ReportList,
  ReportLook,
} from './reports';

const page = { cursor, limit: pageSize };

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
    query: Type.Object(page),
    reply: ReportList,
  },
  listReports: {
    operationId: 'ReviewGetAllHandler',
    summary: 'List the reports that wait for a decision',
    query: Type.Object({ ...page, account: AccountId }),
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
