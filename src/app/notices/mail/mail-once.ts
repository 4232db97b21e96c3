import { JiraError } from '../../jira/jira-error';
import { MailRefusal } from '../../jira/mail-refusal';
import { claimMailPoints } from '../../storage/background-points';
import type { MailOutcome } from './mail-unread';
import { claimMark, readMark, releaseMark, settleMark } from './marks';

/**
 * One mail to one person under a mark, however often it is asked for: whoever asks first sends it, and where a function
 * was ended between the mark and the mail it is begun anew.
 * @param send what writes and sends it
 * @throws StorageError
 */
export async function mailOnce(key: string, send: () => Promise<void>): Promise<MailOutcome> {
  const known = await readMark(key);
  if (known.state === 'settled') return { outcome: 'spared' };
  if (known.state === 'begun') return { outcome: 'later', seconds: known.seconds };
  if (!(await claimMark(key, known.state))) return { outcome: 'spared' };
  try {
    const wait = await claimMailPoints();
    if (wait !== null) throw new JiraError('busy', 0, wait);
    await send();
  } catch (error) {
    if (error instanceof MailRefusal) {
      // The mark stays, so that nobody asks Jira again.
      await settleMark(key, 'closed');
      return { outcome: 'spared' };
    }
    await releaseMark(key);
    const isBusy = error instanceof JiraError && error.reason === 'busy';
    const seconds = error instanceof JiraError ? error.retryAfter : null;
    return { outcome: 'later', seconds, ...(isBusy ? { isBusy } : {}) };
  }
  // It is sent: a storage that is away by now must not have it sent again.
  await settleMark(key, 'mailed').catch(() => undefined);
  return { outcome: 'mailed' };
}
