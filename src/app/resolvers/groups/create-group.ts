import type { SiteAsker } from '../shared/asker';
import { changeMembers } from './change-members';
import { chooseNewMembers } from './choose-new-members';
import { requireFounding } from './require-founding';
import { type GroupFields, trimGroupFields } from './trim-group-fields';

interface Ask extends GroupFields {
  readonly people: readonly string[];
  readonly key: string;
}

/**
 * A new group with these people and the asker, who owns it. Where adding them fails the group is there already: the
 * same key brings it back, and adds them then.
 */
export async function createGroup(asker: SiteAsker, { people, key, ...fields }: Ask): Promise<{ id: string }> {
  const body = trimGroupFields(fields);
  await requireFounding(asker.accountId);
  const add = await chooseNewMembers(people, asker.accountId);
  const { id } = await asker.client.createConversation({ params: { cloudId: asker.site }, body, key });
  if (add.length > 0) await changeMembers(asker, id, { add });
  return { id };
}
