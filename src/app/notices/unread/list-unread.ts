import type { Unread } from '../../../contract/people';
import type { ConversationClient } from '../../client/conversation-client';

export interface UnreadPage {
  readonly values: readonly Unread[];
  /** Where it goes on; empty on the last page. */
  readonly cursor: string;
}

/** The most that the service lists at once. */
const limit = 75;

/**
 * Who has not read what was sent after this time and wants to be told, page by page, by the id of the person: mutes,
 * blocks and preferences are the service's. Asked as the app; no words come with it.
 * @param cursor of a page before; empty at the beginning
 * @throws ApiError
 */
export async function* listUnread(
  client: ConversationClient,
  site: string,
  since: Date,
  cursor = '',
): AsyncGenerator<UnreadPage> {
  let next = cursor;
  do {
    const { values, cursor } = await client.UnreadGetAllHandler({
      params: { cloudId: site },
      query: { since: since.toISOString(), limit, ...(next === '' ? {} : { cursor: next }) },
    });
    yield { values, cursor };
    next = cursor;
  } while (next !== '');
}
