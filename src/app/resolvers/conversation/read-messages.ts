import type { MessageList } from '../../../contract/resources';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';

/** How many messages one page brings. */
const limit = 25;
/** On each side of a message. */
const beside = (limit - 1) / 2;

export type PageSide = 'before' | 'after' | 'around';

interface From {
  readonly side: PageSide;
  readonly id: string;
}

/**
 * One page of a conversation, or of what is about the issue: the latest messages, or those on a side of one. Creates nothing.
 * @param from `around` counts in a whole conversation alone
 */
export function readMessages({ client, site }: SiteAsker, at: Place, from: From | null = null): Promise<MessageList> {
  const query = { limit, ...(from === null ? {} : { [`${from.side}Message`]: from.id }) };
  if (at.kind === 'conversation') {
    const params = { cloudId: site, conversationId: at.conversationId };
    if (from?.side !== 'around') return client.listMessages({ params, query });
    return client.listMessagesAround({
      params: { ...params, messageId: from.id },
      query: { before: beside, after: beside },
    });
  }
  const params = { cloudId: site, userId: at.userId };
  return client.listDirectMessages({ params, query: { ...query, issue: at.issueId } });
}
