import { ReadMarker } from '../../contract/resources';
import { requireMessage, seesPublicGroups } from '../conversation/access';
import type { ConversationStore } from '../conversation/conversation-store';
import type { MessageStore } from '../conversation/message-store';
import { decideMark } from '../conversation/participation';
import { readSearchWords } from '../conversation/search-words';
import { createCheck, nameBodyField } from './input/check-value';
import type { Cursors } from './input/cursors';
import type { Handlers } from './input/operation-request';
import { answerPage, readPage } from './input/page';

const checkMarker = createCheck(ReadMarker, nameBodyField());

/** What one has read, and finding it again. */
export function createReadingHandlers(
  store: MessageStore & Pick<ConversationStore, 'findConversation'>,
  cursors: Cursors,
): Pick<Handlers, 'markRead' | 'searchMessages'> {
  return {
    async markRead({ caller, params: { cloudId, conversationId }, body }) {
      const messageId = checkMarker(body.value).messageId.toLowerCase();
      decideMark(caller, await store.findConversation(cloudId, conversationId, caller.id));
      requireMessage((await store.markRead(cloudId, conversationId, caller.id, messageId)) || null);
      return undefined;
    },
    async searchMessages({ caller, params: { cloudId }, query }) {
      const words = readSearchWords(query.query);
      const binding = ['search', cloudId, caller.id, ...words];
      const page = readPage(query, cursors, binding);
      const who = { cloudId, callerId: caller.id, seesPublicGroups: seesPublicGroups(caller) };
      return answerPage(await store.searchMessages({ ...who, words, ...page }), query, cursors, binding);
    },
  };
}
