import type { Conversation } from '../../../contract/resources';
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
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const list = await client.ConversationGetAllHandler({
      params: { cloudId: site },
      query: {
        issue: issueId,
        order: 'activity',
        expand: 'activity,messages',
        limit: pageSize,
        ...(cursor === '' ? {} : { cursor }),
      },
    });
    conversations.push(...list.values);
    cursor = list.cursor;
    if (cursor === '') return { conversations, isWhole: true };
  }
  return { conversations, isWhole: false };
}
