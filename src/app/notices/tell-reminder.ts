import type { DueReminder } from '../../contract/follow-up';
import { findJiraAddress } from '../jira/find-jira-address';
import { MailRefusal } from '../jira/mail-refusal';
import { sendMail } from '../jira/send-mail';
import { keepSiteAddress } from '../storage/site-address';
import { publishFlag } from './live/publish-hint';
import { composeMail } from './mail/compose-mail';
import { findIssueOfMail } from './mail/find-issue-of-mail';
import type { MailOutcome } from './mail/mail-unread';
import { requireMailPoints } from './mail/require-mail-points';
import { tellOnce } from './mail/tell-once';

/** Which reminder: whoever moves it to another time has another one. */
export type ReminderKey = Pick<DueReminder, 'user' | 'conversationId' | 'messageId' | 'due'>;

export function writeReminderKey({ user, conversationId, messageId, due }: ReminderKey): string {
  return `due:${due}:${conversationId}:${messageId ?? ''}:${user.id}`;
}

/**
 * Tells whoever set a reminder that it is due, once: by a mail where Jira takes one, and by a flag in whatever views of
 * theirs are open. Without a mail it is told once Realtime took the flag. `later` may be asked for again.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws StorageError
 */
export async function tellReminder(reminder: DueReminder, pagePath: string): Promise<MailOutcome> {
  const told = await tellOnce(writeReminderKey(reminder), async () => {
    if (await mail(reminder, pagePath)) return 'mailed';
    if (!(await flag(reminder))) throw new Error('No hint was told');
    return 'closed';
  });
  if (told.outcome === 'mailed') await flag(reminder);
  return told;
}

/**
 * The mail says which issue, as Jira names it now, and nothing of what was written; and it is in no delivery log, which
 * administrators read.
 * @returns false where there is no issue to send one about, or Jira takes none
 * @throws JiraError, StorageError
 */
async function mail({ user, conversationId, issue }: DueReminder, pagePath: string): Promise<boolean> {
  if (issue === null) return false;
  await requireMailPoints();
  try {
    const [{ url, locale }, { id, key }] = await Promise.all([
      keepSiteAddress(findJiraAddress),
      findIssueOfMail(issue.id),
    ]);
    const facts = { name: null, about: 'due', isMention: false, isReminder: false, later: 0, key, locale } as const;
    const inboxUrl = `${url}${pagePath}?conversation=${encodeURIComponent(conversationId)}`;
    const issueUrl = `${url}/browse/${encodeURIComponent(key)}`;
    await sendMail([user.id], id, composeMail({ ...facts, inboxUrl, issueUrl }));
    return true;
  } catch (error) {
    if (error instanceof MailRefusal) return false;
    throw error;
  }
}

function flag({ user, conversationId, messageId, issue, due }: DueReminder): Promise<boolean> {
  const reminder = `${due} ${messageId ?? conversationId}`;
  return publishFlag(user.id, { conversationId, issueId: issue?.id ?? null, reminder });
}
