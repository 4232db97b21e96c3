import type { Unread } from '../../contract/people';
import type { ConversationClient } from '../client/conversation-client';
import { findJiraAddress } from '../jira/find-jira-address';
import { JiraError } from '../jira/jira-error';
import { MailRefusal } from '../jira/mail-refusal';
import { sendMail } from '../jira/send-mail';
import { claimMailPoints } from '../storage/background-points';
import { keepSiteAddress } from '../storage/site-address';
import { composeMail, type Held } from './mail/compose-mail';
import { findIssueOfMail } from './mail/find-issue-of-mail';
import type { MailOutcome } from './mail/mail-unread';
import { claimUntold, releaseAll, settleAll } from './mail/mark-held';
import { tellOnce } from './mail/tell-once';
import type { QueuedHold } from './queue/queued-hold';
import { listUnread } from './unread/list-unread';

interface Service {
  readonly client: ConversationClient;
  readonly site: string;
}

/** What came this long before a hold began may have been waiting for its mail then. Milliseconds. */
const before = 86_400_000;
/** Pages of one look, of 100 each. */
const mostPages = 10;
/** Issues about which a mail is tried where Jira takes none about the newest. */
const mostIssues = 3;

export function writeHoldKey({ to, until }: Pick<QueuedHold, 'to' | 'until'>): string {
  return `hold:${until}:${to}`;
}

/**
 * Tells whoever was quiet or away what came meanwhile and is not read, once, by one mail with numbers and without words,
 * about the newest issue among it; what was told by another mail is left out. Without an issue, or where Jira takes no
 * mail, the inbox shows it. Whoever wants to be told of nothing again is told when that ends.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws ApiError, StorageError
 */
export async function tellHold(service: Service, hold: QueuedHold, pagePath: string): Promise<MailOutcome> {
  const unread = await listHeld(service, hold);
  // Its end tells of what it began with: this one comes back until then, since it may have begun long before.
  const again = unread.find(({ heldUntil }) => heldUntil !== undefined)?.heldUntil;
  if (again !== undefined) return { outcome: 'later', seconds: secondsUntil(again) };
  return tellOnce(writeHoldKey(hold), async () => {
    const untold = await claimUntold(unread, hold.to);
    if (untold.length === 0) return 'closed';
    try {
      const end = (await mail(untold, hold.to, pagePath)) ? 'mailed' : 'closed';
      // It is sent: a storage that is away by now must not have it sent again.
      await settleAll(untold, hold.to, end);
      return end;
    } catch (error) {
      await releaseAll(untold, hold.to);
      throw error;
    }
  });
}

/** The first unread message of each conversation and issue, and what mentions them, also where they have muted it. */
async function listHeld({ client, site }: Service, { to, from, until }: QueuedHold): Promise<readonly Unread[]> {
  const span = { since: Date.parse(from) - before, until: Date.parse(until) };
  const found = new Map<string, Unread>();
  for (const kind of ['first', 'mention'] as const) {
    let pages = 0;
    for await (const { values } of listUnread(client, site, span, '', kind, to)) {
      for (const unread of values) if (!found.has(unread.first.id)) found.set(unread.first.id, unread);
      pages += 1;
      if (pages === mostPages) break;
    }
  }
  return [...found.values()];
}

/** @returns false where there is no issue to send it about, or Jira takes none. @throws JiraError, StorageError */
async function mail(untold: readonly Unread[], to: string, pagePath: string): Promise<boolean> {
  for (const issueId of newestIssues(untold)) {
    const wait = await claimMailPoints();
    if (wait !== null) throw new JiraError('busy', 0, wait);
    try {
      const [{ url, locale }, { id, key }] = await Promise.all([
        keepSiteAddress(findJiraAddress),
        findIssueOfMail(issueId),
      ]);
      const facts = { name: null, about: 'held', isMention: false, isReminder: false, later: 0, key, locale } as const;
      const links = { inboxUrl: `${url}${pagePath}`, issueUrl: `${url}/browse/${encodeURIComponent(key)}` };
      await sendMail([to], id, composeMail({ ...facts, ...links, held: count(untold) }));
      return true;
    } catch (error) {
      if (!(error instanceof MailRefusal)) throw error;
    }
  }
  return false;
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

/** The service counts no further in a conversation. */
const mostCounted = 100;

function secondsUntil(time: string): number {
  return Math.max(60, Math.ceil((Date.parse(time) - Date.now()) / 1000));
}
