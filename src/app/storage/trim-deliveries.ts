import { deleteKeys, walkDeliveries } from './delivery-keys';

/** How many lines the delivery log holds. */
const capacity = 1_000;

/** Takes the oldest lines out of the delivery log, so that it never grows without end. @throws StorageError */
export async function trimDeliveries(): Promise<void> {
  const surplus: string[] = [];
  let seen = 0;
  for await (const { key } of walkDeliveries()) {
    seen += 1;
    if (seen > capacity) surplus.push(key);
  }
  await deleteKeys(surplus);
}
