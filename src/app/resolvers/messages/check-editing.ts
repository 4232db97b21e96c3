import { findIssue } from '../../jira/find-issue';
import { applySwitches } from '../../policy/apply-switches';
import { decideWriting } from '../../policy/decide-writing';
import { ProblemError } from '../../problems/problem-error';
import { loadSwitches } from '../../storage/switches';

/**
 * Whether new words may take the place of those that someone sent: where nothing may be sent, nothing may be changed
 * either, and who does not see the issue any more does not write about it. That the message is the asker's own is the
 * service's to decide, and its receiver was judged when it was sent.
 * @param issueId numeric; null for a message that is about no issue
 * @throws ProblemError `site_off` or `project_off`; JiraError; StorageError
 */
export async function checkEditing(accountId: string, issueId: string | null): Promise<void> {
  const [issue, saved] = await Promise.all([issueId === null ? null : findIssue(issueId), loadSwitches()]);
  const refusal = decideWriting({
    entry: 'panel',
    sender: accountId,
    recipient: null,
    switches: applySwitches(saved, issue?.projectId ?? null),
    senderSees: true,
    receiverSees: false,
    isOnIssue: true,
    haveThread: true,
  });
  if (refusal !== null) throw new ProblemError({ code: refusal });
}
