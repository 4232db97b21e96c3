import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';

/** From now on this person's direct messages to the asker are refused. @throws ProblemError `recipient_self`; ApiError */
export async function blockPerson(
  { accountId, client, site }: SiteAsker,
  { person }: { readonly person: string },
): Promise<object> {
  if (person === accountId) throw new ProblemError({ code: 'recipient_self' });
  await client.blockUser({ params: { cloudId: site, userId: person } });
  return {};
}
