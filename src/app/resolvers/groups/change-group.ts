import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';
import { type GroupFields, trimGroupFields } from './trim-group-fields';

/** What a group is called and who may read it; its owner says so. */
export async function changeGroup(
  { client, site }: SiteAsker,
  { id, ...fields }: GroupFields & { readonly id: string },
): Promise<object> {
  const request = { params: { cloudId: site, conversationId: id }, body: trimGroupFields(fields) };
  await explainRefusal(client.changeConversation(request), { forbidden: 'not_owner' });
  return {};
}
