import { aKey, aMessage, aText, orNull } from '../payload/kinds';
import { answerAt } from '../shared/answer';
import { editMessage } from './edit-message';
import { markRead } from './mark-read';
import { openBesideIssue } from './open-beside-issue';
import { openConversation } from './open-conversation';
import { readPage } from './read-page';
import { removeMessage } from './remove-message';
import { sendMessage } from './send-message';

const id = aMessage;

/** What every view of a conversation may ask. */
export const conversationAnswers = {
  conversation: answerAt({}, async (asker, at) => ({
    conversation: await (at.kind === 'person' ? openBesideIssue(asker, at) : openConversation(asker, at)),
  })),
  page: answerAt({ before: orNull(aMessage) }, readPage),
  send: answerAt({ text: aText, key: aKey }, sendMessage),
  edit: answerAt({ id, text: aText }, editMessage),
  remove: answerAt({ id }, removeMessage),
  read: answerAt({ id }, markRead),
};
