import type { Conversation } from '../../../contract/resources';
import type { InboxThread } from '../../definitions';
import type { Person } from '../../definitions/person';
import { applySwitches } from '../../policy/apply-switches';
import { decideWriting, type WritingSwitches } from '../../policy/decide-writing';
import { findEntryPeople } from '../listing/find-entry-people';
import type { ListedConversation } from '../listing/listed-conversation';
import { toEntry } from '../listing/to-entry';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { loadShownSwitches } from '../shared/load-shown-switches';
import { readConversationId } from '../shared/read-payload';
import { findListed } from './find-listed';
import { lookAround } from './look-around';
import { readConversationPage } from './read-conversation-page';
import { toInboxMessage } from './to-inbox-message';

/** A conversation beside the list, with its latest messages. @throws ApiError `not_found` where the asker may not see it */
export async function openConversation(asker: SiteAsker, ask: { id: string }): Promise<InboxThread> {
  const id = readConversationId(ask.id);
  const params = { cloudId: asker.site, conversationId: id };
  const saved = loadShownSwitches();
  const [conversation, page] = await Promise.all([
    asker.client.getConversation({ params }),
    readConversationPage(asker, id),
  ]);
  const isGroup = conversation.type === 'group';
  const [listed, roster] = await Promise.all([
    findListed(asker, conversation),
    isGroup ? asker.client.getRoster({ params }) : { values: [] },
  ]);
  const readBy = listed.readBy ?? [];
  const { people: ends, mentioned } = findEntryPeople([listed]);
  const shown = [...ends, ...roster.values, ...readBy.map(({ userId }) => userId)];
  const surroundings = await lookAround(page.values, { people: shown, mentioned });
  const { people } = surroundings;
  const withRole = { ...listed, ...(isGroup ? { role: roleOf(listed, roster.values, asker.accountId) } : {}) };
  const entry = toEntry(withRole, asker.accountId, people);
  return {
    entry,
    members: roster.values.map((userId) => personOf(userId, people)),
    messages: page.values.map((message) => toInboxMessage(message, asker.accountId, surroundings)),
    before: page.before,
    refusal: refuseWriting({
      asker,
      conversation,
      person: entry.person,
      role: entry.role,
      hasMessages: page.values.length > 0,
      switches: applySwitches(await saved, null),
    }),
    readBy: readBy.map(({ userId, messageId }) => ({ person: personOf(userId, people), messageId })),
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

interface Facts {
  readonly asker: SiteAsker;
  readonly conversation: Conversation;
  readonly person: Person | null;
  readonly role: 'owner' | 'member' | null;
  readonly hasMessages: boolean;
  readonly switches: WritingSwitches;
}

function refuseWriting({ asker, conversation, person, role, hasMessages, switches }: Facts): InboxThread['refusal'] {
  const isGroup = conversation.type === 'group';
  if (isGroup && conversation.isArchived) return 'group_archived';
  return decideWriting({
    entry: 'inbox',
    sender: asker.accountId,
    recipient: isGroup ? null : person,
    switches,
    senderSees: true,
    receiverSees: false,
    isOnIssue: false,
    haveThread: isGroup ? role !== null : hasMessages,
  });
}
