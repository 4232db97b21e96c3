import type { DueReminder } from '../../../contract/follow-up';
import { largestPage } from '../../../patterns/patterns';
import { ApiError } from '../../client/api-error';
import { type Page, walkPages } from '../../client/walk-pages';
import { publishHints } from '../live/publish-hint';
import { type MailedReminder, mailReminder } from '../mail/mail-reminder';
import { parsePagePath } from '../unread/parse-page-path';
import type { SweepRun } from './sweep-lane';

/** Reminders that fell due in a span, page by page. A service of the release before knows none. @throws ApiError */
export async function* listDue(
  { client, site }: SweepRun,
  { since, until }: { readonly since: number; readonly until: number },
  from: string,
): AsyncGenerator<Page<DueReminder>> {
  const span = { since: new Date(since).toISOString(), until: new Date(until).toISOString(), limit: largestPage };
  const ask = (place: object) => client.listDueReminders({ params: { cloudId: site }, query: { ...span, ...place } });
  try {
    yield* walkPages(ask, { from });
  } catch (error) {
    if (!(error instanceof ApiError && error.error === 'not_found')) throw error;
    yield { values: [], cursor: '' };
  }
}

/**
 * Tells whoever set them: by one mail where there is an issue, and by a flag in whatever views of theirs are open.
 * @returns whether all of them were told; who was told is not told again when they are looked at anew
 */
export async function tellDue(found: readonly DueReminder[], end: number): Promise<boolean> {
  const pagePath = parsePagePath();
  let isDone = true;
  for (const reminder of found) {
    if (Date.now() > end) return false;
    const told = hasIssue(reminder) ? await tryMail(reminder, pagePath) : 'told';
    if (told === 'busy') return false;
    if (told === 'later') isDone = false;
    if (told === 'told') await flag(reminder);
  }
  return isDone;
}

function hasIssue(reminder: DueReminder): reminder is MailedReminder {
  return reminder.issue !== null;
}

/** One that fails keeps no other waiting; `known`: it was told of before. */
async function tryMail(reminder: MailedReminder, pagePath: string): Promise<'told' | 'known' | 'later' | 'busy'> {
  try {
    const outcome = await mailReminder(reminder, pagePath);
    if (outcome.outcome !== 'later') return outcome.outcome === 'mailed' ? 'told' : 'known';
    return 'isBusy' in outcome ? 'busy' : 'later';
  } catch {
    return 'later';
  }
}

/** Never throws: the inbox shows it all the same. */
function flag({ user, conversationId, messageId, issue, due }: DueReminder): Promise<void> {
  const reminder = `${due} ${messageId ?? conversationId}`;
  return publishHints([user.id], { conversationId, issueId: issue?.id ?? null, reminder });
}
