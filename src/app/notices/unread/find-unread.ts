import type { Unread } from '../../../contract/people';
import { timeOfId } from '../../../contract/time-of-id';
import type { ConversationClient } from '../../client/conversation-client';
import { listUnread } from './list-unread';

interface Wanted {
  readonly to: string;
  readonly messageId: string;
}

/** An end to what one look asks for: 15,000 people to whom somebody wrote at the same time. */
const mostPages = 200;

/** This message, if it is the first that this person has not read and they want to be told; else null. @throws ApiError */
export async function findUnread(
  client: ConversationClient,
  site: string,
  { to, messageId }: Wanted,
): Promise<Unread | null> {
  const since = new Date(Date.parse(timeOfId(messageId)) - 1);
  let pages = 0;
  for await (const { values } of listUnread(client, site, since)) {
    const found = values.find(({ user, first }) => user.id === to && first.id === messageId);
    if (found !== undefined) return found;
    pages += 1;
    if (pages === mostPages) break;
  }
  return null;
}
