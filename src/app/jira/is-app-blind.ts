import { findIssue } from './find-issue';
import { JiraError } from './jira-error';

/**
 * Whether the app itself sees the issue. It is blind where a security level leaves it out, or where an administrator
 * closed the project to apps: then Jira takes no mail about it. What Jira does not answer counts as sight, since the mail
 * is tried all the same.
 */
export async function isAppBlind(issueId: string): Promise<boolean> {
  try {
    await findIssue(issueId, 'app');
    return false;
  } catch (error) {
    return error instanceof JiraError && error.reason === 'hidden';
  }
}
