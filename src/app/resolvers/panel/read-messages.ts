import type { MessageList } from '../../../contract/resources';
import type { Asker } from '../shared/asker';

/** One page of what the asker and this person wrote about the issue: the latest, or those before a message. */
export function readMessages({ client, site, issueId }: Asker, userId: string, before?: string): Promise<MessageList> {
  return client.listDirectMessages({
    params: { cloudId: site, userId },
    query: { issue: issueId, limit: 25, ...(before === undefined ? {} : { beforeMessage: before }) },
  });
}
