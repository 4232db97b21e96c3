import { deleteMessage } from '../messages/delete-message';
import type { SiteAsker } from '../shared/asker';
import { readConversationId, readMessageId } from '../shared/read-payload';
import { hintMembers } from './hint-members';

interface Ask {
  readonly id: string;
  readonly messageId: string;
}

/** Deletes the asker's own message, also where nothing may be sent; the others' open views hear of it. */
export async function removeFromConversation(asker: SiteAsker, ask: Ask): Promise<{ deletedAt: string }> {
  const conversationId = readConversationId(ask.id);
  const messageId = readMessageId(ask.messageId);
  const params = { cloudId: asker.site, conversationId, messageId };
  const { deletedAt, isNew } = await deleteMessage({
    accountId: asker.accountId,
    delete: () => asker.client.deleteMessage({ params }),
    find: () => asker.client.getMessage({ params }),
  });
  if (isNew) await hintMembers(asker, conversationId);
  return { deletedAt };
}
