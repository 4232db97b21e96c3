import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';

/** Puts away a group for everyone, which its owner may; a direct conversation for the asker alone. */
export async function archiveConversation(
  { client, site }: SiteAsker,
  { id, isArchived }: { readonly id: string; readonly isArchived: boolean },
): Promise<object> {
  const request = { params: { cloudId: site, conversationId: id } };
  const change = isArchived ? client.archiveConversation(request) : client.unarchiveConversation(request);
  await explainRefusal(change, { forbidden: 'not_owner' });
  return {};
}
