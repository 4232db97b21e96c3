import type { DueReminder } from '../../../contract/follow-up';
import type { Page } from '../../client/walk-pages';
import type { MailOutcome } from '../mail/mail-unread';
import { chooseWait } from '../queue/choose-wait';
import { queueReminder } from '../queue/queued-reminder';
import { tellReminder, writeReminderKey } from '../tell-reminder';
import { parsePagePath } from '../unread/parse-page-path';
import { putOff } from './put-off';
import type { SweepRun } from './sweep-lane';
import { walkSpan } from './walk-span';

/** Reminders that fell due in a span, page by page. @throws ApiError */
export function listDue(
  { client, site }: Pick<SweepRun, 'client' | 'site'>,
  span: { readonly since: number; readonly until: number },
  from: string,
): AsyncGenerator<Page<DueReminder>> {
  return walkSpan((query) => client.listDueReminders({ params: { cloudId: site }, query }), span, from);
}

/**
 * Tells whoever set them. What cannot be told now is put off into the queue, and keeps nothing that comes after it waiting.
 * @returns whether all of them were told or put off; who was told is not told again when they are looked at anew
 */
export async function tellDue(found: readonly DueReminder[], { end }: Pick<SweepRun, 'end'>): Promise<boolean> {
  const pagePath = parsePagePath();
  let isDone = true;
  for (const reminder of found) {
    if (Date.now() > end) return false;
    const outcome = await tryReminder(reminder, pagePath);
    if (outcome.outcome !== 'later') continue;
    // All that comes after it would wait as well: the run ends, and the next one sees it again.
    if ('isBusy' in outcome) return false;
    const wait = chooseWait('notice', outcome.seconds, 1);
    if ((await putOff(writeReminderKey(reminder), queueReminder(reminder), wait)) === 'held') isDone = false;
  }
  return isDone;
}

/** One that fails keeps no other waiting. */
async function tryReminder(reminder: DueReminder, pagePath: string): Promise<MailOutcome> {
  try {
    return await tellReminder(reminder, pagePath);
  } catch {
    return { outcome: 'later', seconds: null };
  }
}
