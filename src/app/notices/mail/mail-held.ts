import type { Unread } from '../../../contract/people';
import { findJiraAddress } from '../../jira/find-jira-address';
import { findViewer } from '../../jira/find-viewer';
import { MailRefusal } from '../../jira/mail-refusal';
import { sendMail } from '../../jira/send-mail';
import { keepSiteAddress } from '../../storage/site-address';
import { composeMail, type Held } from './compose-mail';
import { findIssueOfMail } from './find-issue-of-mail';
import { requireMailPoints } from './require-mail-points';

/** Issues about which a mail is tried, the newest first. */
const mostIssues = 3;
/** The service counts no further in a conversation. */
const mostCounted = 100;

type Issue = Awaited<ReturnType<typeof findIssueOfMail>>;

/**
 * One mail about all of it, about the newest issue that its receiver is known to see: of one that they do not see Jira takes
 * it, and it reaches nobody. Where of none is known that they see it, about the newest of which Jira takes one.
 * @returns false where there is no issue to send it about, or Jira takes none
 * @throws JiraError, StorageError
 */
export async function mailHeld(untold: readonly Unread[], to: string, pagePath: string): Promise<boolean> {
  const held = count(untold);
  const unsure: Issue[] = [];
  for (const issueId of newestIssues(untold)) {
    await requireMailPoints();
    const issue = await unlessRefused(() => findIssueOfMail(issueId));
    if (issue === null) continue;
    if ((await findViewer(to, issue.key, 'app')) === null) unsure.push(issue);
    else if (await send(issue, to, held, pagePath)) return true;
  }
  for (const issue of unsure) if (await send(issue, to, held, pagePath)) return true;
  return false;
}

async function send({ id, key }: Issue, to: string, held: Held, pagePath: string): Promise<boolean> {
  const { url, locale } = await keepSiteAddress(findJiraAddress);
  const facts = { name: null, about: 'held', isMention: false, isReminder: false, later: 0, key, locale } as const;
  const links = { inboxUrl: `${url}${pagePath}`, issueUrl: `${url}/browse/${encodeURIComponent(key)}` };
  const mail = composeMail({ ...facts, ...links, held });
  return (await unlessRefused(() => sendMail([to], id, mail).then(() => true))) ?? false;
}

async function unlessRefused<Result>(ask: () => Promise<Result>): Promise<Result | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof MailRefusal) return null;
    throw error;
  }
}

function newestIssues(untold: readonly Unread[]): readonly string[] {
  const newest = [...untold].sort((one, other) => (one.first.id < other.first.id ? 1 : -1));
  const ids = newest.flatMap(({ first }) => first.issue?.id ?? []);
  return [...new Set(ids)].slice(0, mostIssues);
}

/** Of a conversation as many as came after its first one: the rows of its issues count the same messages. */
function count(untold: readonly Unread[]): Held {
  const later = new Map<string, number>();
  for (const unread of untold) {
    const known = later.get(unread.conversationId) ?? 0;
    later.set(unread.conversationId, Math.max(known, unread.later ?? 0));
  }
  const counts = [...later.values()];
  return {
    messages: counts.reduce((sum, count) => sum + Math.min(count + 1, mostCounted), 0),
    conversations: counts.length,
    isMore: counts.some((count) => count >= mostCounted),
  };
}
