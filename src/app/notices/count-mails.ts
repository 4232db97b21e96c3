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
 * found its message unread after a day. One about all that was held is one mail, by the mark of its hold. @throws StorageError
 */
export async function countMails(now: number): Promise<MailCount> {
  const since = now - span;
  const isHanded = ({ at, isSettled, end = 'mailed' }: Mark) =>
    isSettled && end === 'mailed' && Date.parse(at) >= since;
  const [alone, together, unread] = await Promise.all([
    count(markPrefixes.first, isHanded),
    count(markPrefixes.hold, isHanded),
    count(markPrefixes.reminder, ({ at, end }) => end !== 'held' && Date.parse(at) >= since),
  ]);
  const isMore = alone.isMore || together.isMore || unread.isMore;
  return { handed: alone.number + together.number, unreadAfterDay: unread.number, isMore };
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
