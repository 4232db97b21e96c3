import { publishHints } from '../../notices/live/publish-hint';
import type { SiteAsker } from '../shared/asker';
import { listOthers } from './list-others';

/** The open views of the others learn that a message was edited or deleted. Never throws: it is done by then. */
export async function hintMembers(asker: SiteAsker, conversationId: string): Promise<void> {
  await publishHints(await findOthers(asker, conversationId), { conversationId, issueId: null });
}

async function findOthers(asker: SiteAsker, conversationId: string): Promise<string[]> {
  try {
    const params = { cloudId: asker.site, conversationId };
    const { user } = await asker.client.getConversation({ params });
    return user === undefined ? await listOthers(asker, conversationId) : [user.id];
  } catch {
    return [];
  }
}
