import { walkPages } from '../../client/walk-pages';
import type { Asker } from '../shared/asker';

/** The service counts what is unread in one conversation up to this, and so is the sum. */
export const mostNews = 100;
/** An end to what one invocation asks for. */
const mostPages = 8;

/** How much of what others wrote about the issue the asker has not read; 100 is 100 or more. @throws ApiError */
export async function countNews({ client, site, issueId }: Asker): Promise<{ readonly unreadCount: number }> {
  const query = { issue: issueId, unread: true, expand: 'activity' } as const;
  const list = (at: object) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...at } });
  let unread = 0;
  for await (const { values } of walkPages(list, { most: mostPages })) {
    unread += values.reduce((sum, { unreadCount = 0 }) => sum + unreadCount, 0);
    if (unread >= mostNews) return { unreadCount: mostNews };
  }
  return { unreadCount: unread };
}
