import { findIssue } from '../jira/find-issue';
import { loadSwitches } from '../storage/switches';
import { mayWrite } from './may-write';
import { applySwitches } from './rules/apply-switches';
import { decideSender } from './rules/decide-writing';
import type { Refused } from './writing-permit';

/**
 * Whether new words may take the place of those that someone sent: where nothing may be sent, nothing may be changed
 * either, and who does not see the issue any more does not write about it. That the message is the asker's own is the
 * service's to decide, and its receiver was judged when it was sent.
 * @param issueId of the issue that the message itself is about; null for none
 * @throws JiraError `hidden` when the sender does not see it; StorageError
 */
export async function checkEditing(
  sender: string,
  issueId: string | null,
): Promise<{ readonly allowed: true } | Refused> {
  const [issue, saved] = await Promise.all([issueId === null ? null : findIssue(issueId), loadSwitches()]);
  const switches = applySwitches(saved, issue?.projectId ?? null);
  const permitted = await mayWrite(saved, issue?.projectId ?? null);
  const refusal = decideSender({ entry: 'panel', sender, switches, senderSees: true, mayWrite: permitted });
  return refusal === null ? { allowed: true } : { allowed: false, refusal };
}
