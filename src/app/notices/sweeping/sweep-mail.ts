import type { Unread } from '../../../contract/people';
import { type MailOutcome, mailUnread } from '../mail/mail-unread';
import { chooseWait } from '../queue/choose-wait';
import type { QueuedNotice } from '../queue/queued-notice';
import type { MailedMessage } from '../unread/notice';
import { parsePagePath } from '../unread/parse-page-path';
import { isToldByHold } from './ended-holds';
import { putOff, type SweptMail } from './put-off';
import type { SweepRun } from './sweep-lane';
import type { LaneName } from './sweep-progress';

/** Those who have not read the same message: one mail tells them all. */
export type UnreadTogether = readonly [Unread, ...Unread[]];

/** What the sweep found, message by message. */
export function groupUnread(found: readonly Unread[]): UnreadTogether[] {
  const groups = new Map<string, [Unread, ...Unread[]]>();
  for (const unread of found) {
    const group = groups.get(unread.first.id);
    if (group === undefined) groups.set(unread.first.id, [unread]);
    else group.push(unread);
  }
  return [...groups.values()];
}

/**
 * One mail of the sweep, of a mention, or a reminder. What cannot be sent now is put off into the queue, once however often the sweep sees it. Of
 * what is about no issue nobody is told: Jira's mails are about issues. Never throws.
 */
export async function sweepMail(group: UnreadTogether, pagePath: string, lane: LaneName): Promise<SweptMail> {
  const [isMention, isReminder] = [lane === 'mention', lane === 'reminder'];
  const [{ conversationId, first, type }] = group;
  const { id: messageId, issue, sender, origin } = first;
  if (issue === null) return 'done';
  const about = {
    from: sender.id,
    conversationId,
    messageId,
    issue,
    sentBy: origin.kind,
    isMention,
    isIssueOfJira: false,
  };
  // One mail says one number to all of them: what is true of each.
  const later = Math.min(...group.map((unread) => unread.later ?? 0));
  const message = { ...about, isReminder, isInGroup: type === 'group', later };
  const receivers = group.map(({ user }) => user.id);
  const outcomes = await tryMail(message, receivers, pagePath);
  let swept: SweptMail = 'done';
  for (const to of receivers) {
    const outcome: MailOutcome = outcomes?.get(to) ?? { outcome: 'later', seconds: null };
    if (outcome.outcome !== 'later') continue;
    // All that comes after it would wait as well: the run ends, and the next one sees it again.
    if ('isBusy' in outcome) return 'held';
    const wait = chooseWait('notice', outcome.seconds, 1);
    const notice: QueuedNotice = { kind: 'notice', to, ...about, isReminder, isPutOff: true, place: '' };
    const key = `${isReminder ? 'reminder:' : ''}${messageId}:${to}`;
    if ((await putOff(key, { ...notice }, wait)) === 'held') swept = 'held';
  }
  return swept;
}

/**
 * Of each message, one mail to those who have not read it; who wants to be told of nothing now is told when that ends, as is
 * whoever's hold ended just now.
 * @returns whether all of it was mailed or put off
 */
export async function tellUnread(
  found: readonly Unread[],
  { end, ended }: Pick<SweepRun, 'end' | 'ended'>,
  lane: LaneName,
): Promise<boolean> {
  const pagePath = parsePagePath();
  // A reminder reaches further back than a hold: whoever begins it first tells.
  const isHeld = (unread: Unread) =>
    unread.heldUntil !== undefined || (lane !== 'reminder' && isToldByHold(ended, unread));
  for (const group of groupUnread(found.filter((unread) => !isHeld(unread)))) {
    if (Date.now() > end) return false;
    if ((await sweepMail(group, pagePath, lane)) === 'held') return false;
  }
  return true;
}

/** One mail that fails stops no other. Null: nobody knows of any of them. */
async function tryMail(
  message: MailedMessage,
  receivers: readonly string[],
  pagePath: string,
): Promise<ReadonlyMap<string, MailOutcome> | null> {
  try {
    return await mailUnread(message, receivers, pagePath);
  } catch {
    return null;
  }
}
