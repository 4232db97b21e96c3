import { walkPages } from '../../client/walk-pages';
import type { ListedConversation } from '../listing/listed-conversation';
import type { SiteAsker } from '../shared/asker';

/** How many conversations are looked through, the most recent ones. */
const mostLookedAt = 200;
const pageSize = 50;

/** The muted ones among the asker's most recent conversations: the service has no list of them. */
export async function listMuted({ client, site }: SiteAsker): Promise<ListedConversation[]> {
  const muted: ListedConversation[] = [];
  const shown = { order: 'activity', expand: 'activity', 'include-archived': true, limit: pageSize } as const;
  const pages = walkPages(
    (place) => client.listConversations({ params: { cloudId: site }, query: { ...shown, ...place } }),
    { most: mostLookedAt / pageSize },
  );
  for await (const { values } of pages) muted.push(...values.filter(({ isMuted }) => isMuted === true));
  return muted;
}
