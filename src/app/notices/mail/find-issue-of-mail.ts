import { findIssue } from '../../jira/find-issue';
import { JiraError } from '../../jira/jira-error';
import { MailRefusal } from '../../jira/mail-refusal';

/**
 * The issue as Jira names it to the app: what a client of the service wrote beside an issue's id is nothing that a mail of
 * Jira's may say. @throws MailRefusal, JiraError
 */
export async function findIssueOfMail(issueId: string) {
  try {
    return await findIssue(issueId, 'app');
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') throw new MailRefusal(404);
    throw error;
  }
}
