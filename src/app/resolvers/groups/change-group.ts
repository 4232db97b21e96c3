import { checkFounding } from '../../policy/check-founding';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import { type GroupFields, trimGroupFields } from './trim-group-fields';

/** What a group is called and who may read it; its owner says so, where they may write: a name is words before everyone. */
export async function changeGroup(
  { accountId, client, site }: SiteAsker,
  { id, ...fields }: GroupFields & { readonly id: string },
): Promise<object> {
  const permit = await checkFounding(accountId);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const request = { params: { cloudId: site, conversationId: id }, body: trimGroupFields(fields) };
  await explainRefusal(client.changeConversation(request), { forbidden: 'not_owner' });
  return {};
}
