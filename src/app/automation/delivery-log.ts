import { trimDeliveries } from '../storage/trim-deliveries';

/** Daily: takes the oldest lines out of the delivery log, so that it never grows without end, and ends what was given up. @throws StorageError */
export async function trimDeliveryLog(): Promise<void> {
  await trimDeliveries(new Date());
}
