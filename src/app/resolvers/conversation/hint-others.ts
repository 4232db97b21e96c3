import { publishHints } from '../../notices/live/publish-hint';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { listOthers } from './list-others';

/** The open views of the others learn that a message was edited or deleted. Never throws: it is done by then. */
export async function hintOthers(asker: SiteAsker, at: Place): Promise<void> {
  if (at.kind === 'person') return publishHints([at.userId], { conversationId: null, issueId: at.issueId });
  const { conversationId } = at;
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
