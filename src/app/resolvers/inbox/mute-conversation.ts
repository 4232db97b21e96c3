import type { SiteAsker } from '../shared/asker';
import { readConversationId, readFlag } from '../shared/read-payload';

/** Whether the asker is told of what comes into a conversation. */
export async function muteConversation(
  { client, site }: SiteAsker,
  ask: { id: string; isMuted: boolean },
): Promise<object> {
  const request = { params: { cloudId: site, conversationId: readConversationId(ask.id) } };
  const isMuted = readFlag(ask.isMuted);
  await (isMuted ? client.muteConversation(request) : client.unmuteConversation(request));
  return {};
}
