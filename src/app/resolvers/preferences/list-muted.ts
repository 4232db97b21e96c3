import { walkPages } from '../../client/walk-pages';
import type { ListedConversation } from '../listing/listed-conversation';
import type { SiteAsker } from '../shared/asker';

/** How many conversations are looked through, the most recent ones, and an end to the calls for them. */
const mostLookedAt = 200;
const mostPages = 12;
const pageSize = 50;

/** The muted ones among the asker's most recent conversations: the service has no list of them. */
export async function listMuted({ client, site }: SiteAsker): Promise<ListedConversation[]> {
  const muted: ListedConversation[] = [];
  const query = { order: 'activity', expand: 'activity', 'include-archived': true, limit: pageSize } as const;
  const list = (at: object) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...at } });
  let seen = 0;
  for await (const { values } of walkPages(list, { most: mostPages })) {
    muted.push(...values.filter(({ isMuted }) => isMuted === true));
    seen += values.length;
    if (seen >= mostLookedAt) break;
  }
  return muted;
}
