import type { Delivery } from '../../definitions';
import { listDeliveries } from '../../storage/delivery-log';

/** A page of the delivery log. Names are the view's to ask for. @throws StorageError */
export async function listShownDeliveries(cursor: string): Promise<{ deliveries: Delivery[]; cursor: string }> {
  const page = await listDeliveries(cursor);
  return { ...page, deliveries: page.deliveries.map((note) => ({ ...note, toName: null })) };
}
