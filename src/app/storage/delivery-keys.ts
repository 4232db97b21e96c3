import kvs, { WhereConditions } from '@forge/kvs';
import { reachStorage } from './reach-storage';

/** Of every key of the delivery log; what follows counts the time down. */
export const deliveryPrefix = 'delivery:';
/** The platform's most, for a page of a query; a deletion of many takes no more than 25. */
const pageSize = 100;
const batchSize = 25;
/** An end to what one run may ask for: more lines than five minutes can bring. */
const mostPages = 60;

/** A line of the delivery log where it lies, and of whom it tells. */
export interface KeptDelivery {
  readonly key: string;
  readonly to: unknown;
}

/** The lines of the delivery log, the newest first, at most 6,000. @throws StorageError */
export async function* walkDeliveries(): AsyncGenerator<KeptDelivery> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = kvs.query().where('key', WhereConditions.beginsWith(deliveryPrefix)).limit(pageSize);
    const answer = await reachStorage(() => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    for (const { key, value } of answer.results) yield { key, to: (value as { to?: unknown } | null)?.to };
    // How the end is written is not documented: with an empty cursor a query would begin anew.
    if (!answer.nextCursor) return;
    cursor = answer.nextCursor;
  }
}

/** @throws StorageError */
export async function deleteKeys(keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += batchSize) {
    const batch = keys.slice(start, start + batchSize);
    await reachStorage(() => kvs.batchDelete(batch.map((key) => ({ key }))));
  }
}
