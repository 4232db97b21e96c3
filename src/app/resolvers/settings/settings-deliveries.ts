import type { Delivery } from '../../definitions';
import type { Person } from '../../definitions/person';
import { findPeople } from '../../jira/find-people';
import { type DeliveryNote, listDeliveries } from '../../storage/delivery-log';

const places = new Set(['assignee', 'reporter']);

/** A page of the delivery log with the names of people as the asker may see them. @throws StorageError */
export async function listNamedDeliveries(cursor: unknown): Promise<{ deliveries: Delivery[]; cursor: string }> {
  const page = await listDeliveries(typeof cursor === 'string' ? cursor : '');
  const people = await nameReceivers(page.deliveries);
  const deliveries = page.deliveries.map((note) => ({ ...note, toName: people.get(note.to)?.name ?? null }));
  return { deliveries, cursor: page.cursor };
}

/** The log is worth reading without names, too: where Jira gives none, ids are shown. */
async function nameReceivers(notes: readonly DeliveryNote[]): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(notes.map(({ to }) => to))].filter((id) => !places.has(id));
  try {
    return await findPeople(ids);
  } catch {
    return new Map();
  }
}
