import kvs, { WhereConditions } from '@forge/kvs';
import { reachStorage } from './reach-storage';
import { StorageError } from './storage-error';

/** Of every key of the delivery log; what follows counts the time down. */
export const deliveryPrefix = 'delivery:';
/** The platform's most, for a page of a query; a deletion of many takes no more than 25. */
const pageSize = 100;
const batchSize = 25;
/** How often a key is asked for that stays. */
const mostTries = 4;
/** An end to what one run may ask for: more lines than a day brings. */
const mostPages = 600;

/** A line of the delivery log where it lies, and of whom it tells. */
export interface KeptDelivery {
  readonly key: string;
  readonly to: unknown;
  /** Whose rule it was. */
  readonly account: unknown;
  /** As it was written, by whichever version of the app. */
  readonly line: unknown;
}

/** The lines of the delivery log, the newest first, at most 60,000. @throws StorageError */
export async function* walkDeliveries(): AsyncGenerator<KeptDelivery> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = kvs.query().where('key', WhereConditions.beginsWith(deliveryPrefix)).limit(pageSize);
    const answer = await reachStorage(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    for (const { key, value } of answer.results) {
      const { to, account } = (value ?? {}) as Partial<KeptDelivery>;
      yield { key, to, account, line: value };
    }
    // How the end is written is not documented: with an empty cursor a query would begin anew.
    if (!answer.nextCursor) return;
    cursor = answer.nextCursor;
  }
}

/**
 * All of these keys, or an error: a deletion of many is best effort, so that what it leaves is asked for again.
 * @throws StorageError for keys that stay, too
 */
export async function deleteKeys(keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += batchSize) await deleteBatch(keys.slice(start, start + batchSize));
}

async function deleteBatch(keys: readonly string[]): Promise<void> {
  let left = keys;
  for (let tried = 0; tried < mostTries && left.length > 0; tried += 1) {
    const { failedKeys } = await reachStorage(() => kvs.batchDelete(left.map((key) => ({ key }))));
    left = failedKeys.map(({ key }) => key);
  }
  // Their names hold ids alone, and still are no matter for a log.
  if (left.length > 0) throw new StorageError(new Error(`${left.length} keys were not deleted`));
}
