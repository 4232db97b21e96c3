import type { Unread } from '../../../contract/people';
import { timeOfId } from '../../../contract/time-of-id';
import { ApiError } from '../../client/api-error';
import type { ConversationClient } from '../../client/conversation-client';
import { listUnread, type UnreadKind } from './list-unread';

interface Wanted {
  readonly to: string;
  readonly messageId: string;
  /** `mention`: whether it mentions them, wherever it stands among what they have not read. */
  readonly kind?: UnreadKind;
}

/**
 * Pages of one look. Whoever has not read a message of this very millisecond stands in one or two, the members of the
 * largest group in seven; a service of the release before answers all that was sent since.
 */
const mostPages = 10;

/** `place`: not found so far, and where the next look goes on. */
export type UnreadLook = { readonly unread: Unread | null } | { readonly place: string };

/**
 * This message, if it is the first that this person has not read, or mentions them, and they want to be told; else null.
 * @param from the place of an earlier look; empty at the beginning
 * @throws ApiError
 */
export async function findUnread(
  client: ConversationClient,
  site: string,
  wanted: Wanted,
  from = '',
): Promise<UnreadLook> {
  try {
    return await look(client, site, wanted, from);
  } catch (error) {
    const isLost = error instanceof ApiError && error.error === 'invalid_request' && from !== '';
    if (isLost) return look(client, site, wanted, '');
    throw error;
  }
}

async function look(
  client: ConversationClient,
  site: string,
  { to, messageId, kind = 'first' }: Wanted,
  from: string,
): Promise<UnreadLook> {
  const sent = Date.parse(timeOfId(messageId));
  let pages = 0;
  for await (const { values, cursor } of listUnread(client, site, { since: sent - 1, until: sent }, from, kind)) {
    const unread = values.find(({ user, first }) => user.id === to && first.id === messageId);
    if (unread !== undefined) return { unread };
    pages += 1;
    if (pages === mostPages && cursor !== '') return { place: cursor };
  }
  return { unread: null };
}
