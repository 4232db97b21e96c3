import type { SiteAsker } from '../shared/asker';
import { readConversationId } from '../shared/read-payload';
import { changeMembers } from './change-members';
import { checkNewMembers } from './check-new-members';

/** Takes people into a group, all of them or none. */
export async function addMembers(asker: SiteAsker, ask: { id: string; people: readonly string[] }): Promise<object> {
  const id = readConversationId(ask.id);
  const add = await checkNewMembers(ask.people, asker.accountId);
  if (add.length > 0) await changeMembers(asker, id, { add });
  return {};
}
