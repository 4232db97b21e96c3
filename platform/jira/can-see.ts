import type { Actor } from './actor';
import type { Issue } from './issues';
import type { JiraState } from './jira-state';
import type { Person } from './people';

/**
 * Whether Jira shows this issue to whoever asks. Projects are public, so that "not logged in" can be tried too. An
 * issue with a security level is for those whom the level names, and the app is not among them (rule
 * `security-levels-leave-the-app-out`).
 */
export function canSee(actor: Actor, issue: Issue, { rules }: Pick<JiraState, 'rules'>): boolean {
  if (actor.kind === 'person') return canBrowse(actor.person, issue);
  if (actor.kind === 'anonymous') return issue.visibleTo === null;
  const isClosed = issue.isClosedToApps === true || issue.project.isClosedToApps === true;
  if (isClosed && rules.hold('projects-may-be-closed-to-apps')) return false;
  return issue.visibleTo === null || !rules.hold('security-levels-leave-the-app-out');
}

/** Whether an account has "Browse projects" on the issue. Closed accounts and customers of the portal have not. */
export function canBrowse(person: Person, issue: Issue): boolean {
  if (!person.active || person.accountType === 'customer') return false;
  if (issue.hiddenFrom?.includes(person.accountId)) return false;
  return issue.visibleTo === null || issue.visibleTo.includes(person.accountId);
}
