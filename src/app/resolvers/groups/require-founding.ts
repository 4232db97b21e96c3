import type { VisibleIssue } from '../../jira/find-issue';
import { checkFounding } from '../../policy/check-founding';
import { ProblemError } from '../../problems/problem-error';

/**
 * What the group is beside, as the asker sees it; null for none.
 * @throws ProblemError where the asker may not found, name or widen a group; JiraError; StorageError
 */
export async function requireFounding(accountId: string, issueId: string | null = null): Promise<VisibleIssue | null> {
  const permit = await checkFounding(accountId, issueId);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  return permit.issue;
}
