import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';
import { requireFoundingOf } from './require-founding';
import { type GroupFields, trimGroupFields } from './trim-group-fields';

/**
 * What a group is called and who may read it; its owner says so, where they may write: a name is words before everyone.
 * Of one beside an issue, where its project lets them write and they see the issue.
 */
export async function changeGroup(
  asker: SiteAsker,
  { id, ...fields }: GroupFields & { readonly id: string },
): Promise<object> {
  await requireFoundingOf(asker, id);
  const params = { cloudId: asker.site, conversationId: id };
  await explainRefusal(asker.client.changeConversation({ params, body: trimGroupFields(fields) }), {
    forbidden: 'not_owner',
  });
  return {};
}
