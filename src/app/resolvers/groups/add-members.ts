import type { SiteAsker } from '../shared/asker';
import { changeMembers } from './change-members';
import { chooseNewMembers } from './choose-new-members';
import { requireFounding } from './require-founding';

/** Takes people into a group, all of them or none. */
export async function addMembers(
  asker: SiteAsker,
  { id, people }: { readonly id: string; readonly people: readonly string[] },
): Promise<object> {
  await requireFounding(asker.accountId);
  const add = await chooseNewMembers(people, asker.accountId);
  if (add.length > 0) await changeMembers(asker, id, { add });
  return {};
}
