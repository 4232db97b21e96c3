import type { Conversation } from '../../../contract/resources';
import type { ListedConversation } from '../listing/listed-conversation';
import type { SiteAsker } from '../shared/asker';

/** Pages of groups with such a name. */
const mostPages = 3;

/**
 * The same conversation with what has happened in it, which the service tells in lists alone: a direct one is found by
 * its other end, a group by its name. As it came where no list has it.
 */
export async function findListed({ client, site }: SiteAsker, conversation: Conversation): Promise<ListedConversation> {
  const { id, user, name } = conversation;
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const list = await client.ConversationGetAllHandler({
      params: { cloudId: site },
      query: {
        expand: 'activity',
        'include-archived': true,
        ...(user === undefined ? { query: name, 'exclude-direct': true } : { user: [user.id] }),
        ...(cursor === '' ? {} : { cursor }),
      },
    });
    const found = list.values.find((it) => it.id === id);
    if (found !== undefined) return found;
    cursor = list.cursor;
    if (cursor === '') break;
  }
  return conversation;
}
