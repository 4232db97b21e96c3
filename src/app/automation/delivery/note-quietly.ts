import { type DeliveryNote, noteDelivery } from '../../storage/delivery-log';

/**
 * Writes a line of the delivery log where its failure must not change what is answered: the message has gone its way.
 * Tries twice, since a line that stays behind says of a message that it waits.
 * @returns whether it is written
 */
export async function noteQuietly(note: DeliveryNote): Promise<boolean> {
  try {
    await noteDelivery(note).catch(() => noteDelivery(note));
    return true;
  } catch {
    // The log is for people to look at afterwards; a rule must not fail for it.
    return false;
  }
}
