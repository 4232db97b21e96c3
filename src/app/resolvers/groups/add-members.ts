import type { SiteAsker } from '../shared/asker';
import { changeMembers } from './change-members';
import { chooseNewMembers } from './choose-new-members';
import { requireFoundingOf } from './require-founding';

interface Ask {
  readonly id: string;
  readonly people: readonly string[];
  /** Null from a view of the release before, whose people read all. */
  readonly history: 'all' | 'from-now' | null;
}

/**
 * Takes people into a group, all of them or none. Into one beside an issue only who sees that brings others; whether these
 * see it the view has asked Jira, as the asker (docs/decisions/0044-groups-beside-a-work-item.md).
 */
export async function addMembers(asker: SiteAsker, { id, people, history }: Ask): Promise<object> {
  await requireFoundingOf(asker, id);
  const add = await chooseNewMembers(people, asker.accountId);
  if (add.length > 0) await changeMembers(asker, id, { add, ...(history === 'from-now' ? { history } : {}) });
  return {};
}
