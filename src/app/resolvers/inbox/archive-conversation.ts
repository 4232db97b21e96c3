import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';
import { readConversationId, readFlag } from '../shared/read-payload';

/** Puts away a group for everyone, which its owner may; a direct conversation for the asker alone. */
export async function archiveConversation(
  { client, site }: SiteAsker,
  ask: { id: string; isArchived: boolean },
): Promise<object> {
  const request = { params: { cloudId: site, conversationId: readConversationId(ask.id) } };
  const isArchived = readFlag(ask.isArchived);
  const change = isArchived ? client.archiveConversation(request) : client.unarchiveConversation(request);
  await explainRefusal(change, { forbidden: 'not_owner' });
  return {};
}
