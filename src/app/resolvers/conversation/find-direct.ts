import type { ListedConversation } from '../listing/listed-conversation';
import type { SiteAsker } from '../shared/asker';

/** The direct conversation with this person and what has happened in it; null where there is none. Creates none. */
export async function findDirect({ client, site }: SiteAsker, userId: string): Promise<ListedConversation | null> {
  const { values } = await client.listConversations({
    params: { cloudId: site },
    query: { user: [userId], expand: 'activity', 'include-archived': true, limit: 1 },
  });
  return values[0] ?? null;
}
