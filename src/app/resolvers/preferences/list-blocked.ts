import type { SiteAsker } from '../shared/asker';

/** An end to what one invocation asks for: 300 people. */
const mostPages = 4;

/** Whom the asker has blocked, by their ids. */
export async function listBlocked({ client, site }: SiteAsker): Promise<string[]> {
  const blocked: string[] = [];
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const list = await client.BlockGetAllHandler({
      params: { cloudId: site },
      query: cursor === '' ? {} : { cursor },
    });
    blocked.push(...list.values.map(({ id }) => id));
    cursor = list.cursor;
    if (cursor === '') break;
  }
  return blocked;
}
