import type { RosterChange } from '../../../contract/resources';
import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';

/** All of it or nothing. @throws ProblemError `not_owner`; ApiError */
export async function changeMembers(
  { client, site }: SiteAsker,
  conversationId: string,
  change: RosterChange,
): Promise<void> {
  const request = { params: { cloudId: site, conversationId }, body: change };
  await explainRefusal(client.changeRoster(request), { forbidden: 'not_owner' });
}
