import { ConversationInput } from '../../contract/resources';
import { decideDirect, decideRead } from '../conversation/access';
import type { ConversationStore } from '../conversation/conversation-store';
import { readFounding } from '../conversation/founding';
import { createCheck, nameBodyField } from './input/check-value';
import type { Cursors } from './input/cursors';
import { bindCursor, parseListQuery } from './input/list-query';
import type { Handlers } from './input/operation-request';

type ConversationOperation = 'listConversations' | 'createConversation' | 'getConversation' | 'openDirectConversation';

const checkInput = createCheck(ConversationInput, nameBodyField());

export function createConversationHandlers(
  store: ConversationStore,
  cursors: Cursors,
): Pick<Handlers, ConversationOperation> {
  return {
    async listConversations({ caller, params, query }) {
      const asked = parseListQuery(caller, params.cloudId, query, cursors);
      const page = await store.listConversations(asked);
      const cursor = page.next ? cursors.seal(page.next, bindCursor(caller, params.cloudId, query)) : '';
      return { values: page.values, cursor, limit: asked.limit, size: page.values.length };
    },
    async createConversation({ caller, params, body, claim }) {
      const founding = readFounding(caller, checkInput(fillIn(body.value)));
      return store.createGroup({ cloudId: params.cloudId, ownerId: caller.id, ...founding, claim });
    },
    async getConversation({ caller, params }) {
      return decideRead(caller, await store.findConversation(params.cloudId, params.conversationId, caller.id));
    },
    async openDirectConversation({ caller, params }) {
      decideDirect(caller, params.userId);
      return store.openDirect(params.cloudId, caller.id, params.userId);
    },
  };
}

/** The defaults of the table, for members that are absent; anything else is for the check to say. */
function fillIn(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) return value;
  return { privacy: 'issue' in value ? 'private' : 'public', topic: '', ...value };
}
