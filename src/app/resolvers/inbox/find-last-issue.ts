import type { SiteAsker } from '../shared/asker';
import { readConversationPage } from './read-conversation-page';

/**
 * The issue that a conversation was last about, among its latest messages. Null where there is none, or where they
 * cannot be read: a send goes on without.
 */
export async function findLastIssue(
  asker: SiteAsker,
  conversationId: string,
): Promise<{ id: string; key: string } | null> {
  try {
    const { values } = await readConversationPage(asker, conversationId);
    return values.findLast(({ issue }) => issue !== null)?.issue ?? null;
  } catch {
    return null;
  }
}
