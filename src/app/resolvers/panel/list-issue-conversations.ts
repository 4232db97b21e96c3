import type { Conversation } from '../../../contract/resources';
import { walkPages } from '../../client/walk-pages';
import type { Asker } from '../shared/asker';

/** How many threads one call brings. */
const pageSize = 25;
/** An end to what one invocation may ask for: 200 people who wrote with me about one issue. */
const mostPages = 8;

/**
 * The asker's conversations about the issue, with what was last written in each; it creates none. `isWhole` is false
 * where there are more than one invocation may ask for.
 */
export async function listIssueConversations({ client, site, issueId }: Asker) {
  const conversations: Conversation[] = [];
  const query = { issue: issueId, order: 'activity', expand: 'activity,messages', limit: pageSize } as const;
  const pages = walkPages(
    (place) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...place } }),
    { most: mostPages },
  );
  let isWhole = false;
  for await (const { values, cursor } of pages) {
    conversations.push(...values);
    isWhole = cursor === '';
  }
  return { conversations, isWhole };
}
