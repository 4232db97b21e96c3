import {
  aConversation,
  aCursor,
  aFlag,
  anAccount,
  anIssue,
  aSearch,
  listOf,
  oneOf,
  orAbsent,
  orNothing,
} from '../payload/kinds';
import { answerOnSite } from '../shared/answer';
import { archiveConversation } from './archive-conversation';
import { listInbox } from './list-inbox';
import { markAllRead } from './mark-all-read';
import { muteConversation } from './mute-conversation';
import { searchInbox } from './search-inbox';

const id = aConversation;
const cursor = aCursor;
/** How many people one search of a view finds. */
const mostNamed = 20;

/** What the inbox may ask beside its conversations. */
export const inboxAnswers = {
  inboxList: answerOnSite(
    {
      list: oneOf('unread', 'mentions', 'followUp', 'all', 'groups', 'rules', 'drafts', 'archived', 'issue'),
      cursor,
      issue: orNothing(anIssue),
      own: orNothing(aFlag),
    },
    listInbox,
  ),
  inboxSearch: answerOnSite({ text: aSearch, cursor, people: orAbsent(listOf(anAccount, mostNamed)) }, searchInbox),
  inboxReadAll: answerOnSite({ cursor }, markAllRead),
  inboxMute: answerOnSite({ id, isMuted: aFlag }, muteConversation),
  inboxArchive: answerOnSite({ id, isArchived: aFlag }, archiveConversation),
};
