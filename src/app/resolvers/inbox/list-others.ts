import type { SiteAsker } from '../shared/asker';

/** Of a group, so many hear at once; the views of the others ask by themselves. The platform takes 50 calls a second. */
const most = 10;

/** Members of a group beside the asker who are to hear of something, at most ten; none where they cannot be read. */
export async function listOthers({ client, site, accountId }: SiteAsker, conversationId: string): Promise<string[]> {
  try {
    const { values } = await client.getRoster({ params: { cloudId: site, conversationId } });
    return values.filter((id) => id !== accountId).slice(0, most);
  } catch {
    return [];
  }
}
