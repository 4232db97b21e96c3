import { JiraError } from '../../jira/jira-error';
import type { MailOutcome } from './mail-unread';
import { claimMark, type MailEnd, readMark, releaseMark, settleMark } from './marks';

/**
 * Tells one person of something once under a mark, however often it is asked for: whoever asks first does it, and where a
 * function was ended between the mark and the telling it is begun anew.
 * @param tell does it, and says whether by a mail; what it throws gives the mark back
 * @returns `spared` where no mail was sent, since it was told of before or without one
 * @throws StorageError
 */
export async function tellOnce(key: string, tell: () => Promise<MailEnd>): Promise<MailOutcome> {
  const known = await readMark(key);
  if (known.state === 'settled') return { outcome: 'spared' };
  if (known.state === 'begun') return { outcome: 'later', seconds: known.seconds };
  if (!(await claimMark(key, known.state))) return { outcome: 'spared' };
  let end: MailEnd;
  try {
    end = await tell();
  } catch (error) {
    await releaseMark(key);
    const isBusy = error instanceof JiraError && error.reason === 'busy';
    const seconds = error instanceof JiraError ? error.retryAfter : null;
    return { outcome: 'later', seconds, ...(isBusy ? { isBusy } : {}) };
  }
  // It is told: a storage that is away by now must not have it told again.
  await settleMark(key, end).catch(() => undefined);
  return { outcome: end === 'mailed' ? 'mailed' : 'spared' };
}
