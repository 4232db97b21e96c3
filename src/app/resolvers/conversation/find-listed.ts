import type { Conversation } from '../../../contract/resources';
import { walkPages } from '../../client/walk-pages';
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
  const fitting = user === undefined ? { query: name, 'exclude-direct': true } : { user: [user.id] };
  const query = { expand: 'activity', 'include-archived': true, ...fitting };
  const pages = walkPages(
    (place) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...place } }),
    { most: mostPages },
  );
  for await (const { values } of pages) {
    const found = values.find((it) => it.id === id);
    if (found !== undefined) return found;
  }
  return conversation;
}
