import { checkFounding } from '../../policy/check-founding';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import { changeMembers } from './change-members';
import { chooseNewMembers } from './choose-new-members';

/** Takes people into a group, all of them or none. */
export async function addMembers(
  asker: SiteAsker,
  { id, people }: { readonly id: string; readonly people: readonly string[] },
): Promise<object> {
  const permit = await checkFounding(asker.accountId);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const add = await chooseNewMembers(people, asker.accountId);
  if (add.length > 0) await changeMembers(asker, id, { add });
  return {};
}
