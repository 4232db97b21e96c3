import type { SiteAsker } from '../shared/asker';
import { readConversationId } from '../shared/read-payload';
import { changeMembers } from './change-members';

/** Anyone may leave. Who owned it hands it to whoever is in it for longest; the last one to leave puts it away. */
export async function leaveGroup(asker: SiteAsker, ask: { id: string }): Promise<object> {
  await changeMembers(asker, readConversationId(ask.id), { remove: [asker.accountId] });
  return {};
}
