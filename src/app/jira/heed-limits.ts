import { parseRetryAfter } from '../client/parse-retry-after';
import { keepQuota, pauseBackground } from '../storage/background-points';
import { endOfBusy } from './jira-hour';

interface Limited {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

const defaultQuota = 65_000;

/**
 * Keeps what an answer of Jira says of the hour's points: below a fifth of them, and once they are spent, background work
 * pauses until the hour ends. Sends go on. Never throws: where it cannot be kept the next answer says it again.
 */
export async function heedLimits({ status, headers }: Limited): Promise<void> {
  const [quota, left] = [readCount(headers, 'X-RateLimit-Limit'), readCount(headers, 'X-RateLimit-Remaining')];
  const isSpent = status === 429 && isQuota(headers);
  const isNear = quota !== null && left !== null && left < quota / 5;
  try {
    if (quota !== null && quota !== defaultQuota) await keepQuota(quota);
    if (isSpent || isNear) {
      await pauseBackground(endOfBusy({ retryAfter: isSpent ? parseRetryAfter(headers) : null }, Date.now()));
    }
  } catch {
    // A storage that is away stops no message.
  }
}

/**
 * Whether the points of the hour are spent; else it is a burst, which is over in seconds. Jira says which of its limits
 * it was in `RateLimit-Reason` (Jira Cloud platform, rate limiting).
 */
export function isQuota(headers: Limited['headers']): boolean {
  return /quota/i.test(headers.get('RateLimit-Reason') ?? '');
}

function readCount(headers: Limited['headers'], name: string): number | null {
  const value = headers.get(name);
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
