import type { OpenedConversation } from '../../definitions';
import { closeConversation } from '../../policy/close-composer';
import { loadShownSwitches } from '../../policy/load-shown-switches';
import type { ListedConversation } from '../listing/listed-conversation';
import { toEntry } from '../listing/to-entry';
import { toFollowUp } from '../listing/to-follow-up';
import { toReading } from '../listing/to-reading';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { findListed } from './find-listed';
import { readMessages } from './read-messages';
import { toPage } from './to-page';

/** A whole conversation with its latest messages. @throws ApiError `not_found` where the asker may not see it */
export async function openConversation(
  asker: SiteAsker,
  at: Extract<Place, { kind: 'conversation' }>,
): Promise<OpenedConversation> {
  const { accountId, site, client } = asker;
  const params = { cloudId: site, conversationId: at.conversationId };
  const saved = loadShownSwitches();
  const [conversation, list] = await Promise.all([client.getConversation({ params }), readMessages(asker, at)]);
  const isGroup = conversation.type === 'group';
  const [listed, roster] = await Promise.all([
    findListed(asker, conversation),
    isGroup ? client.getRoster({ params }) : { values: [] },
  ]);
  const role = isGroup ? roleOf(listed, roster.values, accountId) : null;
  const entry = toEntry({ ...listed, role }, accountId);
  return {
    conversationId: at.conversationId,
    person: entry.person,
    isAssignee: false,
    isReporter: false,
    entry,
    members: roster.values.map(personOf),
    hasDraft: entry.hasDraft,
    ...toReading(listed),
    ...toFollowUp(listed),
    mailClosed: null,
    refusal: closeConversation({
      sender: accountId,
      conversation,
      recipient: entry.person,
      isTakingPart: isGroup ? role !== null : list.values.length > 0,
      switches: await saved,
    }),
    page: toPage(list, accountId, 'conversation'),
  };
}

/** As the service says; where it does not, whoever is in the group counts as a member. */
function roleOf(
  { role }: ListedConversation,
  members: readonly string[],
  accountId: string,
): 'owner' | 'member' | null {
  if (role !== undefined) return role;
  return members.includes(accountId) ? 'member' : null;
}
