import type { ConversationClient } from '../client/conversation-client';
import { listReceivers } from '../storage/delivery-receivers';
import { isPersonId } from './is-person-id';

/** Below the 90 that one report may hold. */
const limit = 75;

/** Whoever stands in the delivery log, page by page. @throws StorageError */
export async function* listLogged(): AsyncGenerator<readonly string[]> {
  const people = (await listReceivers()).filter(isPersonId);
  for (let start = 0; start < people.length; start += limit) yield people.slice(start, start + limit);
}

/**
 * Everybody of whom the service keeps anything, page by page.
 * @param end when no other page is asked for, in milliseconds since the epoch
 * @throws ApiError; Error where there are more pages by then
 */
export async function* listKnown(
  client: ConversationClient,
  cloudId: string,
  end: number,
): AsyncGenerator<readonly string[]> {
  let cursor = '';
  do {
    const list = await client.AccountGetAllHandler({
      params: { cloudId },
      query: { limit, ...(cursor === '' ? {} : { cursor }) },
    });
    yield list.values.map(({ id }) => id).filter(isPersonId);
    cursor = list.cursor;
    if (cursor !== '' && Date.now() > end) throw new Error('The time of a report is over');
  } while (cursor !== '');
}
