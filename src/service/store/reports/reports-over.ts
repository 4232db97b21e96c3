import type { ReportStore } from '../../conversation/report-store';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { cutPage } from '../rows/cut-page';
import { afterAllIds, beforeAllIds } from '../rows/outer-ids';
import { type OwnRow, toOwn, toWaiting, type WaitingRow } from '../rows/report-row';
import { selectOwnReports, selectWaiting } from './reports.sql';
import { decideReport, openReport } from './review-reports';

/** The methods about reports that are there. */
export function reportsOver(database: Database, clock: Clock): Omit<ReportStore, 'reportMessage'> {
  return {
    async listOwnReports(cloudId, reporterId, { limit, after }) {
      const asked = [cloudId, reporterId, after?.id ?? afterAllIds, limit + 1];
      return cutPage(await database.query<OwnRow>(selectOwnReports, asked), limit, toOwn, keyOf);
    },
    async listReports(cloudId, accountId, { limit, after }) {
      const asked = [cloudId, accountId, after?.id ?? beforeAllIds, limit + 1];
      return cutPage(await database.query<WaitingRow>(selectWaiting, asked), limit, toWaiting, keyOf);
    },
    openReport: (place) => openReport(database, clock, place),
    decideReport: (place, verdict) => decideReport(database, clock, place, verdict),
  };
}

function keyOf({ id }: { readonly id: string }) {
  return { key: '', id };
}
