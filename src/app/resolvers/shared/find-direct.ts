import type { ListedConversation } from '../listing/listed-conversation';
import type { SiteAsker } from './asker';

/**
 * The direct conversation with this person and what has happened in it; null where there is none. Creates none.
 * @param issueId counts what is about it alone, and finds nothing where nothing is about it
 */
export async function findDirect(
  { client, site }: SiteAsker,
  userId: string,
  issueId: string | null = null,
): Promise<ListedConversation | null> {
  const about = issueId === null ? {} : { issue: issueId };
  const { values } = await client.listConversations({
    params: { cloudId: site },
    query: { user: [userId], expand: 'activity', 'include-archived': true, limit: 1, ...about },
  });
  return values[0] ?? null;
}
