import { ApiError } from '../../client/api-error';
import type { ReportReason } from '../../definitions';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { serviceCan } from '../shared/service-can';
import { findConversationId } from './find-conversation-id';

interface Ask {
  readonly id: string;
  readonly reason: ReportReason;
  readonly note: string;
}

/**
 * Shows a message to the administrators of the site, wherever the asker reads it: nobody has to see a work item to say that
 * they were insulted, so that Jira is not asked. That they received it is the service's to decide. Nobody hears of it.
 * @throws ProblemError `reports_full`, `service_older`; ApiError
 */
export async function reportMessage(asker: SiteAsker, at: Place, { id, reason, note }: Ask): Promise<object> {
  const { client, site: cloudId } = asker;
  const conversationId = await findConversationId(asker, at);
  if (conversationId === null) throw new ProblemError({ code: 'gone' });
  const params = { cloudId, conversationId, messageId: id };
  try {
    await explainRefusal(client.reportMessage({ params, body: { reason, note } }), { conflict: 'reports_full' });
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.error === 'not_found';
    if (isUnknown && !(await serviceCan(cloudId, 'reports'))) throw new ProblemError({ code: 'service_older' });
    throw error;
  }
  return {};
}
