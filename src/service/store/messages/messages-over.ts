import type { ConversationStore } from '../../conversation/conversation-store';
import type { MessageStore } from '../../conversation/message-store';
import type { Clock } from '../engine/clock';
import type { Database } from '../engine/database';
import { eraseMessage, replaceMessage } from './change-message';
import { findDirectMessage } from './direct-message';
import { findMessage, readAround, readConversation } from './read-conversation';
import { readDirect } from './read-direct';
import { searchMessages } from './search-messages';

type Messages = Pick<ConversationStore, 'readDirect' | 'findDirectMessage' | 'replaceMessage' | 'eraseMessage'> &
  Pick<MessageStore, 'readConversation' | 'readAround' | 'findMessage' | 'searchMessages'>;

/** The methods about messages that are there, each over its own statements. */
export function messagesOver(database: Database, clock: Clock): Messages {
  return {
    readDirect: (cloudId, callerId, otherId, window) => readDirect(database, cloudId, callerId, otherId, window),
    findDirectMessage: (cloudId, callerId, otherId, messageId) =>
      findDirectMessage(database, cloudId, callerId, otherId, messageId),
    readConversation: (conversation, window) => readConversation(database, conversation, window),
    readAround: (...where) => readAround(database, ...where),
    findMessage: (...where) => findMessage(database, ...where),
    searchMessages: (search) => searchMessages(database, search),
    replaceMessage: (...change) => replaceMessage(database, clock.now(), ...change),
    eraseMessage: (...change) => eraseMessage(database, clock.now(), ...change),
  };
}
