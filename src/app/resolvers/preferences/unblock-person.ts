import type { SiteAsker } from '../shared/asker';

/** Lets this person write to the asker again. */
export async function unblockPerson(
  { client, site }: SiteAsker,
  { person }: { readonly person: string },
): Promise<object> {
  await client.unblockUser({ params: { cloudId: site, userId: person } });
  return {};
}
