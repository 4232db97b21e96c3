import type { SiteAsker } from '../shared/asker';
import { changeMembers } from './change-members';

/** Anyone may leave. Who owned it hands it to whoever is in it for longest; the last one to leave puts it away. */
export async function leaveGroup(asker: SiteAsker, { id }: { readonly id: string }): Promise<object> {
  await changeMembers(asker, id, { remove: [asker.accountId] });
  return {};
}
