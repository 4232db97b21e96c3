import type { BootPerson } from '../../wire/wire';
import { useShell } from '../shell/shell';

/** The work item that the start page and the tour lead to, and the rule. */
export const firstIssueKey = 'WEB-1';
export const ruleKey = 'when-assigned';

/** With whom to try it: the assignee of that work item, and its reporter for the assignee themselves. */
export function useOther(): BootPerson | undefined {
  const { boot, session } = useShell();
  const issue = boot.issues.find(({ key }) => key === firstIssueKey);
  const id = issue?.assigneeId === session.person?.accountId ? issue?.reporterId : issue?.assigneeId;
  return boot.people.find(({ accountId, canSignIn }) => accountId === id && canSignIn);
}
