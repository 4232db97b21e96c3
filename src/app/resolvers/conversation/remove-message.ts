import { unlessGone } from '../../problems/unless-gone';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { hintOthers } from './hint-others';

interface Ask {
  readonly id: string;
}

/**
 * Deletes the asker's own message, also where nothing may be sent: nobody has to see an issue to take their own words
 * back, so that Jira is not asked. The others' open views hear of it.
 */
export async function removeMessage(asker: SiteAsker, at: Place, { id }: Ask): Promise<{ deletedAt: string }> {
  const message = { cloudId: asker.site, messageId: id };
  const deletion =
    at.kind === 'person'
      ? asker.client.deleteDirectMessage({ params: { ...message, userId: at.userId } })
      : asker.client.deleteMessage({ params: { ...message, conversationId: at.conversationId } });
  if (await unlessGone(deletion)) await hintOthers(asker, at);
  return { deletedAt: new Date().toISOString() };
}
