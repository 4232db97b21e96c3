import type { Conversation } from '../../../contract/resources';
import { walkPages } from '../../client/walk-pages';
import type { Asker } from '../shared/asker';

/** How many threads one call brings. */
const pageSize = 25;
/** An end to what one invocation may ask for: 200 people who wrote with me about one issue. */
const mostPages = 8;
/** An end to what it may hold, in characters of text: the platform takes 5 MB for an answer, of which a body is about half. */
const mostText = 1_000_000;

/**
 * The asker's conversations about the issue, with what was last written in each; it creates none. `isWhole` is false
 * where there are more than one invocation may ask for, or hold.
 */
export async function listIssueConversations({ client, site, issueId }: Asker) {
  const conversations: Conversation[] = [];
  const query = { issue: issueId, order: 'activity', expand: 'activity,messages', limit: pageSize } as const;
  const list = (at: object) => client.listConversations({ params: { cloudId: site }, query: { ...query, ...at } });
  let text = 0;
  for await (const { values, cursor } of walkPages(list, { most: mostPages })) {
    conversations.push(...values);
    text += values.reduce((sum, conversation) => sum + countText(conversation), 0);
    if (cursor === '') return { conversations, isWhole: true };
    if (text > mostText) break;
  }
  return { conversations, isWhole: false };
}

function countText({ messages }: Conversation): number {
  return messages?.values.reduce((sum, message) => sum + message.text.length, 0) ?? 0;
}
