import type { Message } from '../../contract/resources';
import type { ConversationClient } from '../client/conversation-client';

interface Asked {
  readonly client: ConversationClient;
  readonly site: string;
  readonly conversationId: string;
}

/** How far back an answer looks for what the conversation is about. */
const most = 25;

/**
 * The latest messages of a conversation, back to one that is about an issue, or 25 of them. Pages end by size as well,
 * so that long messages take more than one. @throws ApiError
 */
export async function readLatest({ client, site, conversationId }: Asked): Promise<readonly Message[]> {
  const params = { cloudId: site, conversationId };
  const first = await client.listRecentMessages({ params, query: { limit: most } });
  let { before } = first;
  let messages: readonly Message[] = first.values;
  while (before !== null && messages.length < most && messages.every(({ issue }) => issue === null)) {
    const page = await client.listMessages({ params, query: { limit: most, beforeMessage: before } });
    messages = [...page.values, ...messages];
    before = page.before;
  }
  return messages;
}
