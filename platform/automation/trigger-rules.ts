import type { JiraState } from '../jira/jira-state';
import type { AutomationRule } from './automation-rule';

/**
 * Runs the rules that begin when a work item is assigned, as Jira's trigger of that name does: for each assignee, also
 * one who took it themselves, and not when somebody is taken off.
 * @returns how to stop it.
 */
export function triggerRules(rules: readonly AutomationRule[], state: JiraState): () => void {
  return state.onChange((issue, { field, to, authorId }) => {
    const initiator = authorId === null ? undefined : state.findPerson(authorId);
    if (field !== 'assignee' || to === null || initiator === undefined) return;
    for (const rule of rules) if (rule.trigger === 'assigned' && rule.read().isOn) void rule.run(issue, initiator);
  });
}
