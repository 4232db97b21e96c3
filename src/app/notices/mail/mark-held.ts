import type { Unread } from '../../../contract/people';
import { isDueAgain } from './is-due-again';
import { claimMail, type Marked, readMailState, releaseMail, settleMail } from './mail-marks';
import { beginMailPause } from './mail-pause';
import { mapTogether } from './map-together';
import type { MailEnd } from './marks';

/** How old a message is of which a reminder tells. Milliseconds. */
const day = 86_400_000;

/** A message that this run tells of, for the first time or as its reminder. */
export interface ClaimedMessage {
  readonly unread: Unread;
  readonly mark: Marked;
}

/**
 * Those of which no mail told this person, and those of which one did and no reminder after a day, taken on so that nobody
 * else tells of them.
 * @throws Error where somebody is at one of them now: they may fail yet, and nothing was taken on; StorageError
 */
export async function claimUntold(unread: readonly Unread[], to: string): Promise<readonly ClaimedMessage[]> {
  const known = await mapTogether(unread, (it) => readNext(it, to));
  if (known.some(({ state }) => state === 'begun')) throw new Error('Another run tells of one of them');
  const claimed = await mapTogether(known, async ({ unread, mark, state }) => {
    const isOpen = state === 'open' || state === 'left';
    return isOpen && (await claimMail(mark, to, state)) ? [{ unread, mark }] : [];
  });
  return claimed.flat();
}

/** The mail that is next about a message: the first one, or its reminder. */
async function readNext(unread: Unread, to: string) {
  const { id: messageId, ts, issue } = unread.first;
  const first: Marked = { messageId, isReminder: false };
  const told = await readMailState(first, to);
  const isOld = Date.parse(ts) <= Date.now() - day && issue !== null;
  if (!isOld || !isDueAgain(told)) return { unread, mark: first, state: told.state };
  const mark: Marked = { messageId, isReminder: true };
  return { unread, mark, state: (await readMailState(mark, to)).state };
}

/** Nobody tells of them any more; after a mail the next one about their conversations waits as after any. Never throws. */
export async function settleAll(told: readonly ClaimedMessage[], to: string, end: MailEnd): Promise<void> {
  await mapTogether(told, ({ mark }) => settleMail(mark, to, end).catch(() => undefined));
  if (end === 'closed') return;
  const conversations = [...new Set(told.map(({ unread }) => unread.conversationId))];
  await mapTogether(conversations, (id) => beginMailPause(id, to).catch(() => undefined));
}

/** Gives them back after a failure that may pass. @throws StorageError */
export async function releaseAll(claimed: readonly ClaimedMessage[], to: string): Promise<void> {
  await mapTogether(claimed, ({ mark }) => releaseMail(mark, to));
}
