import { ApiError } from '../../client/api-error';
import type { SiteAsker } from '../shared/asker';
import { readConversationId, readMessageId } from '../shared/read-payload';

interface Ask {
  readonly conversationId: string;
  readonly messageId: string;
}

/** Says that the asker has read up to this message. The service moves the mark forward only. */
export async function markRead({ client, site }: SiteAsker, ask: Ask): Promise<object> {
  const params = { cloudId: site, conversationId: readConversationId(ask.conversationId) };
  try {
    await client.markRead({ params, body: { messageId: readMessageId(ask.messageId) } });
  } catch (error) {
    // Who reads a public group without being in it has no mark there, and nothing of theirs is unread.
    if (!(error instanceof ApiError && error.error === 'forbidden')) throw error;
  }
  return {};
}
