import type { SiteAsker } from '../shared/asker';
import { readConversationId, readUserId } from '../shared/read-payload';
import { changeMembers } from './change-members';

/** Takes someone out of a group; they lose its history. */
export async function removeMember(asker: SiteAsker, ask: { id: string; person: string }): Promise<object> {
  await changeMembers(asker, readConversationId(ask.id), { remove: [readUserId(ask.person)] });
  return {};
}
