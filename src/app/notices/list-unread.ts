import type { Unread } from '../../contract/people';
import type { ConversationClient } from '../client/conversation-client';

/** An end to what one run may ask for. */
const mostPages = 200;

/**
 * Who has not read what was sent after this time and wants to be told, page by page: mutes, blocks and preferences
 * are the service's. Asked as the app; no words come with it. @throws ApiError
 */
export async function* listUnread(
  client: ConversationClient,
  site: string,
  since: Date,
): AsyncGenerator<readonly Unread[]> {
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const list = await client.UnreadGetAllHandler({
      params: { cloudId: site },
      query: { since: since.toISOString(), ...(cursor === '' ? {} : { cursor }) },
    });
    yield list.values;
    cursor = list.cursor;
    if (cursor === '') return;
  }
  // Better late than in silence: who counts on having seen everybody does not go on.
  throw new Error(`More than ${mostPages} pages of unread conversations`);
}
