import { reactionNames } from '../../../contract/reaction-names';
import { reportReasons } from '../../../contract/report-reasons';
import { longestNote, type OpenedConversation } from '../../definitions';
import {
  aDocument,
  aFlag,
  aKey,
  aMessage,
  aText,
  aTextOf,
  aTime,
  oneOf,
  orAbsent,
  orNothing,
  orNull,
} from '../payload/kinds';
import { answerAnywhere, answerAt, answerNamed } from '../shared/answer';
import type { SiteAsker } from '../shared/asker';
import type { Beginning, Place } from '../shared/read-address';
import { editMessage } from './edit-message';
import { changeQuestion, setReminder } from './follow-up';
import { markRead } from './mark-read';
import { markUnread } from './mark-unread';
import { openBeginning } from './open-beginning';
import { openBesideIssue } from './open-beside-issue';
import { openConversation } from './open-conversation';
import { reactToMessage } from './react-to-message';
import { readPage } from './read-page';
import { removeMessage } from './remove-message';
import { reportMessage } from './report-message';
import { sendMessage } from './send-message';

const id = aMessage;
/** One of the two; which, and whether it is one, is judged with what is in it. */
const written = { text: orAbsent(aText), document: orAbsent(aDocument) };

/** What every view of a conversation may ask. */
export const conversationAnswers = {
  conversation: answerAnywhere({}, async (asker, at) => ({ conversation: await openAt(asker, at) })),
  page: answerAt({ before: orNull(aMessage), after: orNothing(aMessage), around: orNothing(aMessage) }, readPage),
  send: answerNamed({ ...written, key: aKey, draft: orNothing(aMessage), isQuestion: orNothing(aFlag) }, sendMessage),
  edit: answerAt({ id, ...written, draft: orNothing(aMessage) }, editMessage),
  remove: answerAt({ id }, removeMessage),
  report: answerAt({ id, reason: oneOf(...reportReasons), note: aTextOf(longestNote) }, reportMessage),
  read: answerAt({ id }, markRead),
  unread: answerAt({ id }, markUnread),
  react: answerAt({ id, name: oneOf(...reactionNames), isGiven: aFlag }, reactToMessage),
  question: answerAt({ id, isOpen: aFlag }, changeQuestion),
  remind: answerAt({ message: orNull(aMessage), due: orNull(aTime) }, setReminder),
};

function openAt(asker: SiteAsker, at: Place | Beginning): Promise<OpenedConversation> {
  if (at.kind === 'beginning') return openBeginning(asker, at);
  return at.kind === 'person' ? openBesideIssue(asker, at) : openConversation(asker, at);
}
