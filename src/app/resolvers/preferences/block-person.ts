import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import { readUserId } from '../shared/read-payload';

/** From now on this person's direct messages to the asker are refused. @throws ProblemError `recipient_self`; ApiError */
export async function blockPerson({ accountId, client, site }: SiteAsker, ask: { person: string }): Promise<object> {
  const userId = readUserId(ask.person);
  if (userId === accountId) throw new ProblemError({ code: 'recipient_self' });
  await client.blockUser({ params: { cloudId: site, userId } });
  return {};
}
