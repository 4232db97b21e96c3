import { canSee } from '../jira/can-see';
import type { Issue } from '../jira/issues';
import type { JiraState } from '../jira/jira-state';
import type { Person } from '../jira/people';

/**
 * Puts the smart values of Jira's automation into a text: those of the issue as the rule's person sees it, of the rule
 * and of who ran it. One that nobody knows becomes nothing, as in Jira.
 */
export function fillSmartValues(
  text: string,
  about: {
    readonly issue: Issue;
    readonly ruleName: string;
    readonly owner: Person;
    readonly initiator: Person;
    readonly state: JiraState;
  },
): string {
  const values = listValues(about);
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => values[name] ?? '');
}

function listValues({ issue, ruleName, owner, initiator, state }: Parameters<typeof fillSmartValues>[1]) {
  const always: Record<string, string> = { 'rule.name': ruleName, ...ofPerson('initiator', initiator) };
  if (!canSee({ kind: 'person', person: owner }, issue, state)) return always;
  const assigneeId = state.assigneeOf(issue);
  return {
    ...always,
    'issue.id': issue.id,
    'issue.key': issue.key,
    key: issue.key,
    'issue.summary': issue.summary,
    'issue.status.name': state.statusOf(issue),
    'issue.priority.name': issue.priority,
    ...ofPerson('issue.reporter', issue.reporterId === null ? undefined : state.findPerson(issue.reporterId)),
    ...ofPerson('issue.assignee', assigneeId === null ? undefined : state.findPerson(assigneeId)),
  };
}

function ofPerson(name: string, person: Person | undefined): Record<string, string> {
  if (person === undefined) return {};
  return { [`${name}.accountId`]: person.accountId, [`${name}.displayName`]: person.displayName };
}
