import kvs, { WhereConditions } from '@forge/kvs';
import { reachStorage } from '../storage/reach-storage';
import { type Mark, markPrefixes } from './mail/mail-marks';

/** What is counted: mails of so long ago at most. Milliseconds. */
const span = 7 * 86_400_000;
/** The platform's most, for a page, and an end to what one look asks for. */
const pageSize = 100;
const mostPages = 10;

export interface MailCount {
  /** Mails that Jira took, by receiver. */
  readonly handed: number;
  /** Of those the ones whose message was not read a day later. */
  readonly unreadAfterDay: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
}

/**
 * The mails of the last seven days, by their marks: each one that Jira took has one, and another one once the sweep has
 * found its message unread after a day. @throws StorageError
 */
export async function countMails(now: number): Promise<MailCount> {
  const since = now - span;
  const [handed, unread] = await Promise.all([
    count(markPrefixes.first, ({ at, isSettled, end }) => isSettled && end !== 'closed' && Date.parse(at) >= since),
    count(markPrefixes.reminder, ({ at }) => Date.parse(at) >= since),
  ]);
  return { handed: handed.number, unreadAfterDay: unread.number, isMore: handed.isMore || unread.isMore };
}

async function count(prefix: string, counts: (mark: Mark) => boolean) {
  let number = 0;
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(pageSize);
    const answer = await reachStorage(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    number += answer.results.filter(({ value }) => counts(value as Mark)).length;
    if (!answer.nextCursor) return { number, isMore: false };
    cursor = answer.nextCursor;
  }
  return { number, isMore: true };
}
