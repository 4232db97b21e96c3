import { ReportDecision, ReportInput, ReportLook } from '../../contract/reports';
import { notFound } from '../conversation/access';
import { decideReport, refuseDecided, refuseManyReports } from '../conversation/report-rules';
import type { ReportStore } from '../conversation/report-store';
import { createCheck, nameBodyField } from './input/check-value';
import type { Cursors } from './input/cursors';
import type { Handlers } from './input/operation-request';
import { answerPage, readPage } from './input/page';

type ReportOperation = 'reportMessage' | 'listOwnReports' | 'listReports' | 'openReport' | 'decideReport';

const checkInput = createCheck(ReportInput, nameBodyField());
const checkLook = createCheck(ReportLook, nameBodyField());
const checkDecision = createCheck(ReportDecision, nameBodyField());

/**
 * Messages that somebody reported. A reporter is shown their own; the rest is the app's, for an administrator whom it names:
 * only it knows who administers Jira.
 */
export function createReportHandlers(store: ReportStore, cursors: Cursors): Pick<Handlers, ReportOperation> {
  return {
    async reportMessage({ caller, params: { cloudId, conversationId, messageId }, body, quotas }) {
      const { reason, note = '' } = checkInput(body.value);
      const reporter = { id: caller.id, kind: caller.kind };
      const report = { cloudId, conversationId, messageId, reporter, reason, note: note.trim(), quotas };
      const answer = await store.reportMessage(report, decideReport.bind(null, caller));
      if (answer.outcome === 'too-many') throw refuseManyReports();
      return { outcome: answer.outcome, counts: answer.counts };
    },
    async listOwnReports({ caller, params: { cloudId }, query }) {
      const binding = ['own-reports', cloudId, caller.id];
      const page = await store.listOwnReports(cloudId, caller.id, readPage(query, cursors, binding));
      return answerPage(page, query, cursors, binding);
    },
    async listReports({ caller, params: { cloudId }, query }) {
      const binding = ['reports', cloudId, caller.id, query.account];
      const page = await store.listReports(cloudId, query.account, readPage(query, cursors, binding));
      return answerPage(page, query, cursors, binding);
    },
    async openReport({ params: { cloudId, reportId }, body }) {
      const { account } = checkLook(body.value);
      const report = await store.openReport({ cloudId, id: reportId, accountId: account });
      if (report === null) throw notFound('report');
      if (report === 'decided') throw refuseDecided();
      return report;
    },
    async decideReport({ params: { cloudId, reportId }, body }) {
      const { account, outcome } = checkDecision(body.value);
      const decided = await store.decideReport({ cloudId, id: reportId, accountId: account }, outcome);
      if (decided === null) throw notFound('report');
      if (decided === 'decided') throw refuseDecided();
      return decided;
    },
  };
}
