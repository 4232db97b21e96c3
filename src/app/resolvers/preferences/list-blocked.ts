import { walkPages } from '../../client/walk-pages';
import type { SiteAsker } from '../shared/asker';

/** An end to what one invocation asks for: 300 people. */
const mostPages = 4;

/** Whom the asker has blocked, by their ids. */
export async function listBlocked({ client, site }: SiteAsker): Promise<string[]> {
  const blocked: string[] = [];
  const pages = walkPages((query) => client.listBlocks({ params: { cloudId: site }, query }), { most: mostPages });
  for await (const { values } of pages) blocked.push(...values.map(({ id }) => id));
  return blocked;
}
