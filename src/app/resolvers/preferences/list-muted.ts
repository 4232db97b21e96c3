import type { ListedConversation } from '../listing/listed-conversation';
import type { SiteAsker } from '../shared/asker';

/** How many conversations are looked through, the most recent ones. */
const mostLookedAt = 200;
const pageSize = 50;

/** The muted ones among the asker's most recent conversations: the service has no list of them. */
export async function listMuted({ client, site }: SiteAsker): Promise<ListedConversation[]> {
  const muted: ListedConversation[] = [];
  let cursor = '';
  for (let seen = 0; seen < mostLookedAt; seen += pageSize) {
    const list = await client.ConversationGetAllHandler({
      params: { cloudId: site },
      query: {
        order: 'activity',
        expand: 'activity',
        'include-archived': true,
        limit: pageSize,
        ...(cursor === '' ? {} : { cursor }),
      },
    });
    muted.push(...list.values.filter(({ isMuted }) => isMuted === true));
    cursor = list.cursor;
    if (cursor === '') break;
  }
  return muted;
}
