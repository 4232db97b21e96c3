import { searchSitePeople } from '../../jira/search-site-people';
import { addMembers } from '../groups/add-members';
import { changeGroup } from '../groups/change-group';
import { createGroup } from '../groups/create-group';
import { leaveGroup } from '../groups/leave-group';
import { removeMember } from '../groups/remove-member';
import { markRead } from '../messages/mark-read';
import { answerOnSite } from '../shared/answer';
import { readSearchText } from '../shared/read-payload';
import { archiveConversation } from './archive-conversation';
import { editInConversation } from './edit-in-conversation';
import { listInbox } from './list-inbox';
import { muteConversation } from './mute-conversation';
import { openConversation } from './open-conversation';
import { readOlder } from './read-older';
import { removeFromConversation } from './remove-from-conversation';
import { searchInbox } from './search-inbox';
import { sendToConversation } from './send-to-conversation';

/** What the inbox may ask. */
export const inboxAnswers = {
  inboxList: answerOnSite(listInbox),
  inboxThread: answerOnSite(openConversation),
  inboxOlder: answerOnSite(readOlder),
  inboxSearch: answerOnSite(searchInbox),
  inboxSend: answerOnSite(sendToConversation),
  inboxEdit: answerOnSite(editInConversation),
  inboxRemove: answerOnSite(removeFromConversation),
  inboxRead: answerOnSite((asker, { id, messageId }: { id: string; messageId: string }) =>
    markRead(asker, { conversationId: id, messageId }),
  ),
  inboxMute: answerOnSite(muteConversation),
  inboxArchive: answerOnSite(archiveConversation),
  inboxFindPeople: answerOnSite(async ({ accountId }, ask: { text: string }) => ({
    people: await searchSitePeople(readSearchText(ask.text), accountId),
  })),
  groupCreate: answerOnSite(createGroup),
  groupChange: answerOnSite(changeGroup),
  groupAdd: answerOnSite(addMembers),
  groupRemove: answerOnSite(removeMember),
  groupLeave: answerOnSite(leaveGroup),
};
