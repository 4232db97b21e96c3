import { findIssue, type VisibleIssue } from '../jira/find-issue';
import { loadSwitches } from '../storage/switches';
import { mayWrite } from './may-write';
import { applySwitches } from './rules/apply-switches';
import { decideSender } from './rules/decide-writing';
import type { Refused } from './writing-permit';

interface FoundingPermit {
  readonly allowed: true;
  /** As the sender sees it; null for a group that is beside none. */
  readonly issue: VisibleIssue | null;
}

/**
 * Whether someone may found a group, name it or bring people into it, who could not write in it otherwise.
 * @param issueId of what the group is beside
 * @throws JiraError, `hidden` where the sender does not see the issue; StorageError
 */
export async function checkFounding(sender: string, issueId: string | null): Promise<FoundingPermit | Refused> {
  const [issue, saved] = await Promise.all([issueId === null ? null : findIssue(issueId), loadSwitches()]);
  const projectId = issue?.projectId ?? null;
  const facts = { entry: 'inbox', sender, switches: applySwitches(saved, projectId), senderSees: true } as const;
  const refusal = decideSender({ ...facts, mayWrite: await mayWrite(saved, projectId) });
  return refusal === null ? { allowed: true, issue } : { allowed: false, refusal };
}
