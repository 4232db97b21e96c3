import { publishGroupHint, publishHints } from '../../notices/live/publish-hint';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';

/** The open views of the others learn that a message was edited or deleted. Never throws: it is done by then. */
export async function hintOthers(asker: SiteAsker, at: Place): Promise<void> {
  if (at.kind === 'person') return publishHints([at.userId], { conversationId: null, issueId: at.issueId });
  const { conversationId } = at;
  const other = await findOther(asker, conversationId);
  if (other === 'group') return publishGroupHint(conversationId);
  if (other !== null) await publishHints([other], { conversationId, issueId: null });
}

/** The account at the other end, or that there are many; null where it cannot be read. */
async function findOther({ client, site }: SiteAsker, conversationId: string): Promise<string | 'group' | null> {
  try {
    const { user } = await client.getConversation({ params: { cloudId: site, conversationId } });
    return user?.id ?? 'group';
  } catch {
    return null;
  }
}
