import type { SiteAsker } from '../shared/asker';
import { findDirect } from '../shared/find-direct';
import type { Place } from '../shared/read-address';

/** The id of the conversation that is meant; null where there is none. Creates none. @throws ApiError */
export async function findConversationId(asker: SiteAsker, at: Place): Promise<string | null> {
  if (at.kind === 'conversation') return at.conversationId;
  return (await findDirect(asker, at.userId))?.id ?? null;
}
