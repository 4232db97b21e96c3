import { JiraError } from '../../jira/jira-error';
import { checkWriting } from '../../policy/check-writing';
import type { SiteAsker } from '../shared/asker';
import { findLastIssue } from './find-last-issue';

/**
 * The issue that an answer in a direct conversation belongs to: the one that the conversation was last about, so that
 * whoever asked beside the issue finds the answer there. Null where there is none, or where the asker may not write to
 * this person about it (any more): the answer then stands in the conversation alone.
 * @throws JiraError when Jira is away; ApiError; StorageError
 */
export async function findIssueToAnswer(
  asker: SiteAsker,
  conversationId: string,
  recipient: string,
): Promise<{ id: string; key: string } | null> {
  const last = await findLastIssue(asker, conversationId);
  if (last === null) return null;
  const { accountId: sender, site, client } = asker;
  try {
    const permit = await checkWriting({ entry: 'panel', sender, recipient, issueId: last.id, site, client });
    return permit.allowed ? { id: permit.issue.id, key: permit.issue.key } : null;
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return null;
    throw error;
  }
}
