import type { SiteAsker } from '../shared/asker';
import { readKey } from '../shared/read-payload';
import { changeMembers } from './change-members';
import { checkNewMembers } from './check-new-members';
import { parseGroupFields } from './parse-group-fields';

interface Ask {
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
  readonly people: readonly string[];
  readonly key: string;
}

/**
 * A new group with these people and the asker, who owns it. Where adding them fails the group is there already: the
 * same key brings it back, and adds them then.
 */
export async function createGroup(asker: SiteAsker, ask: Ask): Promise<{ id: string }> {
  const fields = parseGroupFields(ask);
  const key = readKey(ask.key);
  const add = await checkNewMembers(ask.people, asker.accountId);
  const { id } = await asker.client.createConversation({ params: { cloudId: asker.site }, body: fields, key });
  if (add.length > 0) await changeMembers(asker, id, { add });
  return { id };
}
