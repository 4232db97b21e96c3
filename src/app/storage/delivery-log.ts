import kvs, { WhereConditions } from '@forge/kvs';
import type { Delivery } from '../definitions';
import { deliveryPrefix } from './delivery-keys';
import { reachStorage } from './reach-storage';

/** A line as it is kept: a name is looked up when it is shown. */
export interface DeliveryNote extends Omit<Delivery, 'toName' | 'owner'> {
  /** Whose rule it is; null for what is no rule's, and not there in lines of before. */
  readonly account?: string | null;
}

/** Of the platform's most, 100 a page. */
const pageSize = 25;
/** A line names people: it goes by itself, even where nothing else takes it out. Counted from when it was last written. */
const ttl = { value: 30, unit: 'DAYS' } as const;

/**
 * Writes a line, or writes it anew: a delivery keeps its `id` and its `at`, and so its place. Never holds words. What is
 * delivered stays so: the queue may bring an event again long after that, when the service is away.
 * @throws StorageError
 */
export async function noteDelivery({ id, at, ...rest }: DeliveryNote): Promise<void> {
  const note: DeliveryNote = { id, at, ...rest };
  if (await isSettled(note)) return;
  await reachStorage(() => kvs.set(keyOf(note), note, { keyPolicy: 'OVERRIDE', ttl }));
}

/** Whether the line says more than this one: `sent` is the last word, and what has failed does not wait. */
async function isSettled(note: DeliveryNote): Promise<boolean> {
  if (note.status === 'sent') return false;
  const line = await reachStorage(() => kvs.get<DeliveryNote>(keyOf(note)));
  return line?.status === 'sent' || (line?.status === 'failed' && note.status === 'queued');
}

/** The newest first; `cursor` is empty at the beginning and comes back empty on the last page. @throws StorageError */
export async function listDeliveries(cursor: string): Promise<{ deliveries: DeliveryNote[]; cursor: string }> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(deliveryPrefix)).limit(pageSize);
  const { results, nextCursor } = await reachStorage(() => (cursor === '' ? query : query.cursor(cursor)).getMany());
  return { deliveries: results.map(({ value }) => value as DeliveryNote), cursor: nextCursor ?? '' };
}

/** Keys come in ascending order, so that the time counts down: 13 digits reach to the year 2286. */
function keyOf({ id, at }: Pick<DeliveryNote, 'id' | 'at'>): string {
  const left = 9_999_999_999_999 - Date.parse(at);
  return `${deliveryPrefix}${String(left).padStart(13, '0')}:${id}`;
}
