import type { Asker } from './asker';
import type { MessagePage } from './definitions';
import { toPage } from './to-page';

/** One page of what the asker and this person wrote about the issue: the latest, or those before a message. */
export async function readPage(
  { client, site, issueId, accountId }: Asker,
  userId: string,
  before?: string,
): Promise<MessagePage> {
  const list = await client.UserMessageGetAllHandler({
    params: { cloudId: site, userId },
    query: { issue: issueId, limit: 25, ...(before === undefined ? {} : { beforeMessage: before }) },
  });
  return toPage(list, accountId);
}
