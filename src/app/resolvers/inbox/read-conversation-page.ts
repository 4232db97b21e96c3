import type { MessageList } from '../../../contract/resources';
import type { SiteAsker } from '../shared/asker';

/** One page of a conversation: the latest messages, or those before one. */
export function readConversationPage({ client, site }: SiteAsker, id: string, before?: string): Promise<MessageList> {
  return client.listMessages({
    params: { cloudId: site, conversationId: id },
    query: { limit: 25, ...(before === undefined ? {} : { beforeMessage: before }) },
  });
}
