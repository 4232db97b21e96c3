import type { Actor } from './actor';
import type { DemoIssue } from './issues';
import type { Person } from './people';

/**
 * Whether Jira shows this issue to whoever asks. The project is public, so that "not logged in" can be tried too; an
 * issue with a security level is for those whom the level names, and for the app.
 */
export function canSee(actor: Actor, issue: DemoIssue): boolean {
  if (actor.kind === 'app') return true;
  if (actor.kind === 'anonymous') return issue.visibleTo === null;
  return canBrowse(actor.person, issue);
}

/** Whether an account has "Browse projects" on the issue. Closed accounts and customers of the portal have not. */
export function canBrowse(person: Person, issue: DemoIssue): boolean {
  if (!person.active || person.accountType === 'customer') return false;
  return issue.visibleTo === null || issue.visibleTo.includes(person.accountId);
}
