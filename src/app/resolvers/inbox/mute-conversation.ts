import type { SiteAsker } from '../shared/asker';

/** Whether the asker is told of what comes into a conversation. */
export async function muteConversation(
  { client, site }: SiteAsker,
  { id, isMuted }: { readonly id: string; readonly isMuted: boolean },
): Promise<object> {
  const request = { params: { cloudId: site, conversationId: id } };
  await (isMuted ? client.muteConversation(request) : client.unmuteConversation(request));
  return {};
}
