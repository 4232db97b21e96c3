import { findJiraAddress } from '../jira/find-jira-address';
import { MailRefusal } from '../jira/mail-refusal';
import { sendMail } from '../jira/send-mail';
import { keepSiteAddress } from '../storage/site-address';
import { claimTestMail, releaseTestMail } from '../storage/test-mails';
import { composeMail } from './mail/compose-mail';
import { parsePagePath } from './unread/parse-page-path';

/** `waits`: there was one within this hour, which ends then (ISO 8601, UTC). */
export type TestMail =
  | { readonly outcome: 'handed' | 'blind' | 'refused' }
  | { readonly outcome: 'waits'; readonly until: string };

/**
 * A mail to someone who asks for it, about an issue that they see, the way that mails about messages go: to whom it
 * does not come, those do not come either. One an hour for each person.
 * @throws JiraError; StorageError
 */
export async function sendTestMail(
  accountId: string,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<TestMail> {
  const claim = await claimTestMail(accountId, Date.now());
  if (!claim.isTaken) return { outcome: 'waits', until: claim.until };
  try {
    const { url, locale } = await keepSiteAddress(findJiraAddress);
    const facts = { name: null, about: 'test', isMention: false, isReminder: false, later: 0, key, locale } as const;
    const urls = { inboxUrl: `${url}${parsePagePath()}`, issueUrl: `${url}/browse/${encodeURIComponent(key)}` };
    await sendMail([accountId], id, composeMail({ ...facts, ...urls }));
    return { outcome: 'handed' };
  } catch (error) {
    if (error instanceof MailRefusal) return { outcome: error.isBlind ? 'blind' : 'refused' };
    // What Jira did not take for now costs nobody their hour.
    await releaseTestMail(claim.place).catch(() => undefined);
    throw error;
  }
}
