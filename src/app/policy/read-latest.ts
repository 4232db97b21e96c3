import type { Message } from '../../contract/resources';
import type { ConversationClient } from '../client/conversation-client';

/** How far back an answer looks for what the conversation is about. */
const latest = 25;

interface ConversationPlace {
  readonly conversationId: string;
  readonly site: string;
  readonly client: ConversationClient;
}

/**
 * A conversation's latest messages, oldest first: 25 of them, and no more than reach back to one about an issue. Pages end
 * by size as well, so that long messages take more than one. @throws ApiError
 */
export async function readLatest({ conversationId, site, client }: ConversationPlace): Promise<readonly Message[]> {
  const params = { cloudId: site, conversationId };
  const first = await client.listRecentMessages({ params, query: { limit: latest } });
  let { before } = first;
  let messages = first.values;
  while (before !== null && messages.length < latest && messages.every(({ issue }) => issue === null)) {
    const page = await client.listMessages({ params, query: { limit: latest, beforeMessage: before } });
    messages = [...page.values, ...messages];
    before = page.before;
  }
  return messages;
}
