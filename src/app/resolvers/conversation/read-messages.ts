import type { MessageList } from '../../../contract/resources';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';

/** How many messages one page brings. */
const limit = 25;

/** One page of a conversation, or of what is about the issue: the latest messages, or those before one. Creates nothing. */
export function readMessages(
  { client, site }: SiteAsker,
  at: Place,
  before: string | null = null,
): Promise<MessageList> {
  const query = { limit, ...(before === null ? {} : { beforeMessage: before }) };
  if (at.kind === 'conversation') {
    const params = { cloudId: site, conversationId: at.conversationId };
    return client.listMessages({ params, query });
  }
  const params = { cloudId: site, userId: at.userId };
  return client.listDirectMessages({ params, query: { ...query, issue: at.issueId } });
}
