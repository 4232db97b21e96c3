import type { Conversation } from '../../../contract/resources';
import { walkPages } from '../../client/walk-pages';
import type { ListedConversation } from '../listing/listed-conversation';
import type { SiteAsker } from '../shared/asker';

/** Pages of groups with such a name, which their last messages may make short. */
const mostPages = 12;

/**
 * The same conversation with what has happened in it, which the service tells in lists alone: a direct one is found by
 * its other end, a group by its name. As it came where no list has it.
 */
export async function findListed({ client, site }: SiteAsker, conversation: Conversation): Promise<ListedConversation> {
  const { id, user, name } = conversation;
  const place = user === undefined ? { query: name, 'exclude-direct': true } : { user: [user.id] };
  const query = { expand: 'activity', 'include-archived': true, ...place };
  const list = (at: object) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...at } });
  for await (const { values } of walkPages(list, { most: mostPages })) {
    const found = values.find((it) => it.id === id);
    if (found !== undefined) return found;
  }
  return conversation;
}
