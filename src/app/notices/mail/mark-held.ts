import type { Unread } from '../../../contract/people';
import { claimMail, readMailState, releaseMail, settleMail } from './mail-marks';
import { beginMailPause } from './mail-pause';
import type { MailEnd } from './marks';

/** How many are looked up and marked at once. The storage takes 1,000 operations a second. */
const atOnce = 25;

/**
 * Those of which no mail told this person, taken on so that nobody else tells of them.
 * @throws Error where somebody is at one of them now: they may fail yet, and nothing was taken on; StorageError
 */
export async function claimUntold(unread: readonly Unread[], to: string): Promise<readonly Unread[]> {
  const states = await mapAll(unread, (it) => readMailState(markOf(it), to));
  if (states.some(({ state }) => state === 'begun')) throw new Error('Another run tells of one of them');
  const claims = await mapAll(unread, async (it, at) => {
    const { state } = states[at] ?? { state: 'settled' };
    return (state === 'open' || state === 'left') && claimMail(markOf(it), to, state);
  });
  return unread.filter((_, at) => claims[at] === true);
}

/** Nobody tells of them any more; after a mail the next one about their conversations waits as after any. Never throws. */
export async function settleAll(told: readonly Unread[], to: string, end: MailEnd): Promise<void> {
  await mapAll(told, (it) => settleMail(markOf(it), to, end).catch(() => undefined));
  if (end === 'closed') return;
  const conversations = [...new Set(told.map(({ conversationId }) => conversationId))];
  await mapAll(conversations, (id) => beginMailPause(id, to).catch(() => undefined));
}

/** Gives them back after a failure that may pass. @throws StorageError */
export async function releaseAll(claimed: readonly Unread[], to: string): Promise<void> {
  await mapAll(claimed, (it) => releaseMail(markOf(it), to));
}

function markOf({ first }: Unread) {
  return { messageId: first.id, isReminder: false } as const;
}

async function mapAll<Item, Result>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    const together = items.slice(start, start + atOnce);
    results.push(...(await Promise.all(together.map((item, n) => work(item, start + n)))));
  }
  return results;
}
