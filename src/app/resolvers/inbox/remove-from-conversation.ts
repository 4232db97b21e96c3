import type { SiteAsker } from '../asker';
import { readConversationId, readMessageId } from '../read-payload';
import { unlessGone } from '../unless-gone';

interface Ask {
  readonly id: string;
  readonly messageId: string;
}

/** Deletes the asker's own message. */
export async function removeFromConversation({ client, site }: SiteAsker, ask: Ask): Promise<{ deletedAt: string }> {
  const conversationId = readConversationId(ask.id);
  const messageId = readMessageId(ask.messageId);
  await unlessGone(client.ConversationMessageDeleteHandler({ params: { cloudId: site, conversationId, messageId } }));
  return { deletedAt: new Date().toISOString() };
}
