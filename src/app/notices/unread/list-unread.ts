import type { Unread } from '../../../contract/people';
import { largestPage } from '../../../patterns/patterns';
import type { ConversationClient } from '../../client/conversation-client';
import { type Page, walkPages } from '../../client/walk-pages';

/**
 * Who has not read what was sent after this time and wants to be told, page by page, by the id of the person: mutes,
 * blocks and preferences are the service's. Asked as the app; no words come with it.
 * @param cursor of a page before; empty at the beginning
 * @throws ApiError
 */
export function listUnread(
  client: ConversationClient,
  site: string,
  since: Date,
  cursor = '',
): AsyncGenerator<Page<Unread>> {
  const query = { since: since.toISOString(), limit: largestPage };
  return walkPages((place) => client.listUnread({ params: { cloudId: site }, query: { ...query, ...place } }), {
    from: cursor,
  });
}
