import type { RosterChange } from '../../../contract/resources';
import type { SiteAsker } from '../shared/asker';
import { nameBarred } from './name-barred';

/** All of it or nothing. @throws ProblemError `not_owner`, `not_added` with whom the asker cannot add; ApiError */
export async function changeMembers(
  { client, site }: SiteAsker,
  conversationId: string,
  change: RosterChange,
): Promise<void> {
  const request = { params: { cloudId: site, conversationId }, body: change };
  await nameBarred(client.changeRoster(request), change.add ?? []);
}
