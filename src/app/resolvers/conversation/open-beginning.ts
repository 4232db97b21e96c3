import type { OpenedConversation } from '../../definitions';
import { closeConversation } from '../../policy/close-composer';
import { loadShownSwitches } from '../../policy/load-shown-switches';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import type { Beginning } from '../shared/read-address';

/**
 * Where a conversation with someone would begin. Creates nothing, and asks Jira for nothing: whether the asker may write to
 * them is said by the send, so that opening tells nobody whether there is such an account.
 */
export async function openBeginning({ accountId }: SiteAsker, { userId }: Beginning): Promise<OpenedConversation> {
  const person = personOf(userId);
  return {
    conversationId: null,
    person,
    isAssignee: false,
    isReporter: false,
    entry: null,
    members: [],
    readBy: [],
    unreadCount: 0,
    mentioned: false,
    // No list tells of a draft: the view asks for it.
    hasDraft: null,
    questions: [],
    reminders: [],
    unreadIn: [],
    mailClosed: null,
    refusal: closeConversation({
      sender: accountId,
      conversation: { type: 'direct', isArchived: false },
      recipient: person,
      isTakingPart: false,
      switches: await loadShownSwitches(),
    }),
    page: { messages: [], before: null },
  };
}
