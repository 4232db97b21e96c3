import type { SiteAsker } from '../shared/asker';
import { changeMembers } from './change-members';

/** Takes someone out of a group; they lose its history. */
export async function removeMember(
  asker: SiteAsker,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<object> {
  await changeMembers(asker, id, { remove: [person] });
  return {};
}
