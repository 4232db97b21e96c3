import type { Delivery } from '../../definitions';
import { type DeliveryNote, listDeliveries } from '../../storage/delivery-log';
import { personOf } from '../people/person-of';

/** A page of the delivery log. Names are the view's to ask for. @throws StorageError */
export async function listShownDeliveries(cursor: string): Promise<{ deliveries: Delivery[]; cursor: string }> {
  const page = await listDeliveries(cursor);
  return { ...page, deliveries: page.deliveries.map(show) };
}

function show({ account = null, ...note }: DeliveryNote): Delivery {
  return { ...note, toName: null, owner: account === null ? null : personOf(account) };
}
