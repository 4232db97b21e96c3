import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';

interface Ask {
  readonly id: string;
}

/**
 * Says that from this message on all is unread to the asker again: beside an issue what is about that one, else the
 * conversation. Others go on seeing how far they had read. Views offer it where the service knows it.
 * @throws ApiError `not_found` for a message of another place, and from a service that does not know it yet
 */
export async function markUnread({ client, site: cloudId }: SiteAsker, at: Place, { id }: Ask): Promise<object> {
  if (at.kind === 'person') {
    const { userId, issueId: issue } = at;
    await client.markDirectUnread({ params: { cloudId, userId }, body: { messageId: id, issue } });
  } else {
    await client.markUnread({ params: { cloudId, conversationId: at.conversationId }, body: { messageId: id } });
  }
  return {};
}
