import { findJiraAddress } from '../../jira/find-jira-address';
import { findPeople } from '../../jira/find-people';
import { JiraError } from '../../jira/jira-error';
import { sendMail } from '../../jira/send-mail';
import type { UnreadMessage } from '../unread/unread-message';
import { composeMail } from './compose-mail';

/**
 * Writes and sends the one mail about a message.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws MailRefusal; JiraError
 */
export async function writeMail(unread: UnreadMessage, pagePath: string): Promise<void> {
  const { to, from, conversationId, issue, sentBy } = unread;
  const [{ url, locale }, name] = await Promise.all([findJiraAddress(), findName(from)]);
  const mail = composeMail({
    name,
    isOfRule: sentBy === 'rule',
    key: issue.key,
    locale,
    inboxUrl: `${url}${pagePath}?conversation=${encodeURIComponent(conversationId)}`,
    issueUrl: `${url}/browse/${encodeURIComponent(issue.key)}`,
  });
  await sendMail(to, issue.id, mail);
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
