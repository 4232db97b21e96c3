import { deleteKeys, walkDeliveries } from './delivery-keys';
import { type DeliveryNote, noteDelivery } from './delivery-log';

/** How many lines the delivery log holds. */
const capacity = 1_000;
/** An hour longer than the platform's queue keeps trying, in milliseconds. */
const waitsForMs = 25 * 3_600_000;

/**
 * Takes the oldest lines out of the delivery log, so that it never grows without end. What still waits there although
 * the queue has given it up is failed: its function was ended at the last try, before it could say so.
 * @throws StorageError
 */
export async function trimDeliveries(now: Date): Promise<void> {
  const surplus: string[] = [];
  const forgotten: DeliveryNote[] = [];
  let seen = 0;
  for await (const { key, line } of walkDeliveries()) {
    seen += 1;
    if (seen > capacity) surplus.push(key);
    else if (isForgotten(line, now)) forgotten.push(line);
  }
  for (const line of forgotten) await noteDelivery({ ...line, status: 'failed', reason: line.reason ?? 'queue_away' });
  await deleteKeys(surplus);
}

function isForgotten(line: unknown, now: Date): line is DeliveryNote {
  const { status, at, entry } = (line ?? {}) as Partial<DeliveryNote>;
  return status === 'queued' && entry !== 'mail' && now.getTime() - Date.parse(at ?? '') > waitsForMs;
}
