import { findJiraAddress } from '../../jira/find-jira-address';
import { findPeople } from '../../jira/find-people';
import { JiraError } from '../../jira/jira-error';
import { sendMail } from '../../jira/send-mail';
import { keepSiteAddress } from '../../storage/site-address';
import type { MailedMessage } from '../unread/notice';
import { composeMail } from './compose-mail';
import { findIssueOfMail } from './find-issue-of-mail';

/**
 * Writes and sends the one mail about a message to all who are to get it.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws MailRefusal; JiraError; StorageError
 */
export async function writeMail(message: MailedMessage, receivers: readonly string[], pagePath: string): Promise<void> {
  const { from, conversationId, sentBy, isMention, isInGroup, isReminder, later, issue, isIssueOfJira } = message;
  const [{ url, locale }, name, { id, key }] = await Promise.all([
    keepSiteAddress(findJiraAddress),
    findName(from),
    // A key that a client of the service wrote beside an issue's id is nothing that a mail of Jira's may say.
    isIssueOfJira ? issue : findIssueOfMail(issue.id),
  ]);
  const mail = composeMail({
    name,
    about: sentBy === 'rule' ? 'rule' : isInGroup ? 'group' : 'person',
    isMention,
    isReminder,
    later,
    key,
    locale,
    inboxUrl: `${url}${pagePath}?conversation=${encodeURIComponent(conversationId)}`,
    issueUrl: `${url}/browse/${encodeURIComponent(key)}`,
  });
  await sendMail(receivers, id, mail);
}

/** A mail goes without a name that the app may not see. */
async function findName(from: string | null): Promise<string | null> {
  if (from === null) return null;
  try {
    return (await findPeople([from], 'app')).get(from)?.name ?? null;
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return null;
    throw error;
  }
}
