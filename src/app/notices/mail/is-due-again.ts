import type { MailState } from './marks';

/**
 * Whoever was told of a message later than so long ago, since the service or Jira was away, is not reminded of it after
 * a day. Milliseconds.
 */
const toldBeforeMs = 43_200_000;

/** Whether a mail told of a message, and long enough ago that a reminder may follow. */
export function isDueAgain(told: MailState): boolean {
  return told.state === 'settled' && told.end !== 'closed' && told.atMs <= Date.now() - toldBeforeMs;
}
