import { findPeople } from '../policy/find-people';
import { findSight } from '../policy/find-sight';
import { JiraError } from '../policy/jira-error';
import { composeMail } from './compose-mail';
import { findJiraAddress } from './find-jira-address';
import { claimMail, releaseMail, wasMailed } from './mail-marks';
import { beginMailPause, readMailPause } from './mail-pause';
import { noteMail } from './note-mail';
import { sendMail } from './send-mail';

/** The first message that someone has not read in a conversation, of which they want to be told. */
export interface UnreadMessage {
  readonly to: string;
  /** An account, or a program of the service. */
  readonly from: string | null;
  readonly conversationId: string;
  readonly messageId: string;
  readonly issue: { readonly id: string; readonly key: string };
  readonly sentBy: 'person' | 'rule' | 'client';
}

/** `later`: try again after so many seconds. */
export type MailOutcome =
  | { readonly outcome: 'mailed' | 'spared' }
  | { readonly outcome: 'later'; readonly seconds: number };

/** In seconds, where Jira does not say when to come back. */
const defaultWait = 300;

/**
 * One mail to its receiver, if they see the issue and had none about this conversation within the hour. Whoever asks
 * first sends it: the queue and the sweep never both do.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws StorageError
 */
export async function mailUnread(unread: UnreadMessage, pagePath: string): Promise<MailOutcome> {
  const { to, conversationId, messageId, issue } = unread;
  // Most that the sweep finds the queue has seen to.
  if (await wasMailed(messageId, to)) return { outcome: 'spared' };
  const pause = await readMailPause(conversationId, to);
  if (pause > 0) return { outcome: 'later', seconds: pause };
  const sight = await findSight(to, issue.id);
  // What is not known counts as no, for now.
  if (sight === 'unknown') return { outcome: 'later', seconds: defaultWait };
  if (sight === 'no') return { outcome: 'spared' };
  if (!(await claimMail(messageId, to))) return { outcome: 'spared' };
  try {
    await write(unread, pagePath);
  } catch (error) {
    return await giveBack(unread, error);
  }
  await beginMailPause(conversationId, to);
  await noteMail(unread, 'sent');
  return { outcome: 'mailed' };
}

async function write({ to, from, conversationId, issue, sentBy }: UnreadMessage, pagePath: string): Promise<void> {
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

async function findName(from: string | null): Promise<string | null> {
  return from === null ? null : ((await findPeople([from], 'app')).get(from)?.name ?? null);
}

/** A mark without a mail would silence the conversation; one that Jira refused for good stays, so that nobody asks again. */
async function giveBack(unread: UnreadMessage, error: unknown): Promise<MailOutcome> {
  if (error instanceof JiraError && error.reason === 'hidden') {
    await noteMail(unread, 'failed', 'issue_hidden');
    return { outcome: 'spared' };
  }
  await releaseMail(unread.messageId, unread.to);
  await noteMail(unread, 'queued', 'jira_away');
  const wait = error instanceof JiraError ? error.retryAfter : null;
  return { outcome: 'later', seconds: wait ?? defaultWait };
}
