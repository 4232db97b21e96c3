import type { DueReminder } from '../../../contract/follow-up';
import { findIssue } from '../../jira/find-issue';
import { findJiraAddress } from '../../jira/find-jira-address';
import { JiraError } from '../../jira/jira-error';
import { MailRefusal } from '../../jira/mail-refusal';
import { sendMail } from '../../jira/send-mail';
import { keepSiteAddress } from '../../storage/site-address';
import { composeMail } from './compose-mail';
import { mailOnce } from './mail-once';
import type { MailOutcome } from './mail-unread';

/** Who asked to be reminded of what, and when; with what the mail is about. */
export type MailedReminder = DueReminder & { readonly issue: NonNullable<DueReminder['issue']> };

/**
 * The one mail of a reminder that is due, to whoever set it. It says which issue, as Jira names it now, and nothing of
 * what was written; and it is in no delivery log, which administrators read.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws StorageError
 */
export function mailReminder(reminder: MailedReminder, pagePath: string): Promise<MailOutcome> {
  const { user, conversationId, messageId, due, issue } = reminder;
  return mailOnce(`due:${due}:${conversationId}:${messageId ?? ''}:${user.id}`, async () => {
    const [{ url, locale }, { id, key }] = await Promise.all([
      keepSiteAddress(findJiraAddress),
      findIssueOfMail(issue.id),
    ]);
    const facts = { name: null, about: 'due', isMention: false, isReminder: false, later: 0, key, locale } as const;
    const inboxUrl = `${url}${pagePath}?conversation=${encodeURIComponent(conversationId)}`;
    const issueUrl = `${url}/browse/${encodeURIComponent(key)}`;
    await sendMail([user.id], id, composeMail({ ...facts, inboxUrl, issueUrl }));
  });
}

/** What a client of the service wrote beside an issue's id is nothing that a mail of Jira's may say. @throws MailRefusal, JiraError */
export async function findIssueOfMail(issueId: string) {
  try {
    return await findIssue(issueId, 'app');
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') throw new MailRefusal(404);
    throw error;
  }
}
