import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';
import { requireFounding } from './require-founding';
import { type GroupFields, trimGroupFields } from './trim-group-fields';

/** What a group is called and who may read it; its owner says so, where they may write: a name is words before everyone. */
export async function changeGroup(
  { accountId, client, site }: SiteAsker,
  { id, ...fields }: GroupFields & { readonly id: string },
): Promise<object> {
  await requireFounding(accountId);
  const request = { params: { cloudId: site, conversationId: id }, body: trimGroupFields(fields) };
  await explainRefusal(client.changeConversation(request), { forbidden: 'not_owner' });
  return {};
}
