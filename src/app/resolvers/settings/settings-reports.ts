import type { PendingReport } from '../../../contract/reports';
import { linkOutside } from '../../../document/link-outside';
import type { OpenedReport, WaitingReport } from '../../definitions';
import { publishGroupHint, publishHints } from '../../notices/live/publish-hint';
import { explainRefusal } from '../../problems/explain-refusal';
import { hideMentions } from '../people/hide-mentions';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { appClient, askNewer } from './ask-as-app';

type Administrator = Pick<SiteAsker, 'accountId' | 'site'>;

const pageSize = 25;
/** Decided by somebody else, ended, or gone with an account: for who looks at it now that is the same. */
const gone = { not_found: 'report_gone', conflict: 'report_gone' } as const;

/** A page of what waits. @throws ApiError; ProblemError `service_older` */
export async function listReports(
  { accountId: account, site }: Administrator,
  { cursor }: { readonly cursor: string },
): Promise<{ reports: WaitingReport[]; cursor: string }> {
  const query = { account, limit: pageSize, ...(cursor !== '' && { cursor }) };
  const page = await askNewer(appClient().listReports({ params: { cloudId: site }, query }));
  return { reports: page.values.map(show), cursor: page.cursor };
}

/** The words of one, which the service notes in its audit. @throws ApiError; ProblemError `report_gone` */
export async function openReport(
  { accountId: account, site }: Administrator,
  { id }: { readonly id: string },
): Promise<{ report: OpenedReport }> {
  const params = { cloudId: site, reportId: id };
  const found = await explainRefusal(appClient().openReport({ params, body: { account } }), gone);
  const body = hideMentions(linkOutside(found.body));
  return { report: { ...show(found), note: found.note, body, sentAt: found.sent, now: found.now } };
}

/**
 * Removes the reported message, or leaves it. Open views of who is in the conversation hear that something has changed.
 * @throws ApiError; ProblemError `report_gone`
 */
export async function decideReport(
  { accountId: account, site }: Administrator,
  { id, outcome }: { readonly id: string; readonly outcome: 'removed' | 'dismissed' },
): Promise<object> {
  const params = { cloudId: site, reportId: id };
  const asked = appClient().decideReport({ params, body: { account, outcome } });
  const { conversationId, users } = await explainRefusal(asked, gone);
  if (outcome === 'dismissed') return {};
  if (users.length === 0) await publishGroupHint(conversationId);
  else await publishHints(users, { conversationId, issueId: null });
  return {};
}

function show({ id, reporter, sender, reason, reported: at, isGroup }: PendingReport): WaitingReport {
  return { id, reason, at, reporter: personOf(reporter.id), sender: personOf(sender.id), isGroup };
}
