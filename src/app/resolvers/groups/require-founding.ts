import type { VisibleIssue } from '../../jira/find-issue';
import { checkFounding } from '../../policy/check-founding';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';

/**
 * What the group is beside, as the asker sees it; null for none.
 * @throws ProblemError where the asker may not found, name or widen a group; JiraError; StorageError
 */
export async function requireFounding(accountId: string, issueId: string | null = null): Promise<VisibleIssue | null> {
  const permit = await checkFounding(accountId, issueId);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  return permit.issue;
}

/**
 * The same for a group that is there, by what it is beside: who may not found such a one may not name or widen it.
 * @throws as `requireFounding`; ApiError
 */
export async function requireFoundingOf({ accountId, client, site }: SiteAsker, conversationId: string): Promise<void> {
  const { issue } = await client.getConversation({ params: { cloudId: site, conversationId } });
  await requireFounding(accountId, issue?.id ?? null);
}
