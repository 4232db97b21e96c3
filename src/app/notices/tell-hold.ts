import type { Unread } from '../../contract/people';
import type { ConversationClient } from '../client/conversation-client';
import { dropHeldSince, keepHeldSince, loadHeldSince } from '../storage/held-since';
import { mailHeld } from './mail/mail-held';
import { markPrefixes } from './mail/mail-marks';
import type { MailOutcome } from './mail/mail-unread';
import { claimUntold, releaseAll, settleAll } from './mail/mark-held';
import { readMark } from './mail/marks';
import { tellOnce } from './mail/tell-once';
import type { QueuedHold } from './queue/queued-hold';
import { listUnread, type UnreadSpan } from './unread/list-unread';

interface Service {
  readonly client: ConversationClient;
  readonly site: string;
}

/** What came this long before a hold began may have been waiting for its mail then, or waits for its reminder. Milliseconds. */
export const lookedAtBefore = 86_400_000;
/** Pages of one look, of 100 each. */
const mostPages = 10;

export function writeHoldKey({ to, until }: Pick<QueuedHold, 'to' | 'until'>): string {
  return `${markPrefixes.hold}${until}:${to}`;
}

/**
 * Tells whoever was quiet or away what came meanwhile and is not read, once, by one mail with numbers and without words,
 * about the newest issue among it; what was told by another mail is left out until it has its reminder. Without an issue, or
 * where Jira takes no mail, the inbox shows it. Whoever wants to be told of nothing again is told when that ends.
 * @param pagePath where the inbox is in Jira, behind its address
 * @throws ApiError, StorageError
 */
export async function tellHold(service: Service, hold: QueuedHold, pagePath: string): Promise<MailOutcome> {
  const { to } = hold;
  const kept = await loadHeldSince(to);
  const since = Math.min(Date.parse(hold.from), kept ?? Number.POSITIVE_INFINITY);
  const unread = await listHeld(service, to, { since: since - lookedAtBefore, until: Date.parse(hold.until) });
  if (unread.some(({ heldUntil }) => heldUntil !== undefined)) {
    // It may end long after the queue keeps anything: its own end tells of all since then.
    if (since !== kept) await keepHeldSince(to, since);
    return { outcome: 'spared' };
  }
  // Without an issue there never was a mail that could have waited.
  const wanted = unread.filter(({ first }) => first.issue !== null || Date.parse(first.ts) >= since);
  const key = writeHoldKey(hold);
  const told = await tellOnce(key, async () => {
    const claimed = await claimUntold(wanted, to);
    if (claimed.length === 0) return 'closed';
    try {
      const rows = claimed.map(({ unread }) => unread);
      const isMailed = await mailHeld(rows, to, pagePath);
      // It is sent: a storage that is away by now must not have it sent again.
      await settleAll(claimed, to, isMailed ? 'held' : 'closed');
      return isMailed ? 'mailed' : 'closed';
    } catch (error) {
      await releaseAll(claimed, to);
      throw error;
    }
  });
  if (kept !== null && (await readMark(key)).state === 'settled') await dropHeldSince(to);
  return told;
}

/** The first unread message of each conversation and issue, and what mentions them, also where they have muted it. */
async function listHeld({ client, site }: Service, to: string, span: UnreadSpan): Promise<readonly Unread[]> {
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
