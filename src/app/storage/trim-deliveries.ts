import kvs, { WhereConditions } from '@forge/kvs';
import { reachStorage } from './reach-storage';

/** How many lines the delivery log holds. */
const capacity = 1_000;
/** The platform's most, for a page of a query; a deletion of many takes no more than 25. */
const pageSize = 100;
const batchSize = 25;
/** An end to what one run may ask for; the next run, five minutes later, goes on. */
const mostPages = 60;

/** Takes the oldest lines out of the delivery log, so that it never grows without end. @throws StorageError */
export async function trimDeliveries(): Promise<void> {
  const surplus: string[] = [];
  let cursor: string | undefined;
  let seen = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const query = kvs.query().where('key', WhereConditions.beginsWith('delivery:')).limit(pageSize);
    const answer = await reachStorage(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    surplus.push(...answer.results.map(({ key }) => key).slice(Math.max(0, capacity - seen)));
    seen += answer.results.length;
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  for (let start = 0; start < surplus.length; start += batchSize) {
    const keys = surplus.slice(start, start + batchSize);
    await reachStorage(() => kvs.batchDelete(keys.map((key) => ({ key }))));
  }
}
