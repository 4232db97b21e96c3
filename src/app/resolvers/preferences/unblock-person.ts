import type { SiteAsker } from '../shared/asker';
import { readUserId } from '../shared/read-payload';

/** Lets this person write to the asker again. */
export async function unblockPerson({ client, site }: SiteAsker, ask: { person: string }): Promise<object> {
  await client.unblockUser({ params: { cloudId: site, userId: readUserId(ask.person) } });
  return {};
}
