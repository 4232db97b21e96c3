import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';
import { requireFounding } from './require-founding';
import { type GroupFields, trimGroupFields } from './trim-group-fields';

/**
 * What a group is called and who may read it; its owner says so, where they may write: a name is words before everyone.
 * Of one beside an issue, where its project lets them write and they see the issue.
 */
export async function changeGroup(
  { accountId, client, site }: SiteAsker,
  { id, ...fields }: GroupFields & { readonly id: string },
): Promise<object> {
  const params = { cloudId: site, conversationId: id };
  const { issue } = await client.getConversation({ params });
  await requireFounding(accountId, issue?.id ?? null);
  await explainRefusal(client.changeConversation({ params, body: trimGroupFields(fields) }), {
    forbidden: 'not_owner',
  });
  return {};
}
