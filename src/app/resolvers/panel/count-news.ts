import { walkPages } from '../../client/walk-pages';
import { hearsOf } from '../arrivals/hears-of';
import type { ListedConversation } from '../listing/listed-conversation';
import type { Asker } from '../shared/asker';

/** The service counts what is unread in one conversation up to this, and so is the sum. */
export const mostNews = 100;
/** An end to what one invocation asks for. */
const mostPages = 8;

/** What counts of a conversation with something unread. */
type Count = (conversation: ListedConversation) => number | Promise<number>;

/** How much of what others wrote about the issue the asker has not read; 100 is 100 or more. @throws ApiError */
export async function countUnread(
  { client, site, issueId }: Asker,
  count: Count = ({ unreadCount = 0 }) => unreadCount,
): Promise<number> {
  const query = { issue: issueId, unread: true, expand: 'activity' } as const;
  const list = (at: object) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...at } });
  let unread = 0;
  for await (const { values } of walkPages(list, { most: mostPages })) {
    for (const conversation of values) unread += await count(conversation);
    if (unread >= mostNews) return mostNews;
  }
  return unread;
}

/**
 * How much of that the asker is told of unasked. Of a group in which somebody wrote last whom they have blocked nothing is, and
 * of one that they have muted, and that mentions them, one message. While they want to be told of nothing it is none.
 * @throws ApiError
 */
export async function countNews(asker: Asker): Promise<{ readonly unreadCount: number }> {
  const hears = hearsOf(asker);
  const unreadCount = await countUnread(asker, async ({ type, lastMessage, ...rest }) => {
    const [isMuted, isMention] = [rest.isMuted === true, rest.mentioned === true];
    const from = lastMessage?.sender.id ?? null;
    if (!(await hears({ isMuted, isMention, isGroup: type === 'group', from }))) return 0;
    return isMuted ? 1 : (rest.unreadCount ?? 0);
  });
  return { unreadCount };
}
