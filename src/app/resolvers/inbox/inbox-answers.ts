import { searchSitePeople } from '../../jira/search-site-people';
import { aConversation, aCursor, aFlag, aSearch, oneOf } from '../payload/kinds';
import { answerOnSite } from '../shared/answer';
import { archiveConversation } from './archive-conversation';
import { listInbox } from './list-inbox';
import { muteConversation } from './mute-conversation';
import { searchInbox } from './search-inbox';

const id = aConversation;
const cursor = aCursor;

/** What the inbox may ask beside its conversations. */
export const inboxAnswers = {
  inboxList: answerOnSite({ list: oneOf('unread', 'all', 'archived'), cursor }, listInbox),
  inboxSearch: answerOnSite({ text: aSearch, cursor }, searchInbox),
  inboxMute: answerOnSite({ id, isMuted: aFlag }, muteConversation),
  inboxArchive: answerOnSite({ id, isArchived: aFlag }, archiveConversation),
  inboxFindPeople: answerOnSite({ text: aSearch }, async ({ accountId }, { text }) => ({
    people: await searchSitePeople(text, accountId),
  })),
};
