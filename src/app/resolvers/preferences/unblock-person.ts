import type { SiteAsker } from '../asker';
import { readUserId } from '../read-payload';

/** Lets this person write to the asker again. */
export async function unblockPerson({ client, site }: SiteAsker, ask: { person: string }): Promise<object> {
  await client.BlockDeleteHandler({ params: { cloudId: site, userId: readUserId(ask.person) } });
  return {};
}
