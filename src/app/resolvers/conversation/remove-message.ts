import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { deleteMessage } from './delete-message';
import { findConversationId } from './find-conversation-id';
import { hintOthers } from './hint-others';

interface Ask {
  readonly id: string;
}

/**
 * Deletes the asker's own message, also where nothing may be sent: nobody has to see an issue to take their own words
 * back, so that Jira is not asked. The others' open views hear of it.
 */
export async function removeMessage(asker: SiteAsker, at: Place, { id }: Ask): Promise<{ deletedAt: string }> {
  const { accountId, site, client } = asker;
  const message = { cloudId: site, messageId: id };
  const { deletedAt, isNew } = await deleteMessage({
    accountId,
    delete: () =>
      at.kind === 'person'
        ? client.deleteDirectMessage({ params: { ...message, userId: at.userId } })
        : client.deleteMessage({ params: { ...message, conversationId: at.conversationId } }),
    async find() {
      const conversationId = await findConversationId(asker, at);
      return conversationId === null ? null : client.getMessage({ params: { ...message, conversationId } });
    },
  });
  if (isNew) await hintOthers(asker, at);
  return { deletedAt };
}
