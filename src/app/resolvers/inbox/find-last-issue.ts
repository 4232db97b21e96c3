import type { SiteAsker } from '../shared/asker';
import { readConversationPage } from './read-conversation-page';

/** Messages that are looked through: as many as one page has where they are not long. */
const mostSeen = 25;

/**
 * The issue that a conversation was last about, among its latest messages. Null where there is none, or where they
 * cannot be read: a send goes on without.
 */
export async function findLastIssue(
  asker: SiteAsker,
  conversationId: string,
): Promise<{ id: string; key: string } | null> {
  try {
    let seen = 0;
    let before: string | undefined;
    do {
      const page = await readConversationPage(asker, conversationId, before);
      const found = page.values.findLast(({ issue }) => issue !== null);
      if (found) return found.issue;
      seen += page.values.length;
      before = page.before ?? undefined;
    } while (before !== undefined && seen < mostSeen);
    return null;
  } catch {
    return null;
  }
}
