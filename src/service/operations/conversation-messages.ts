import { decideChange, decideRead, refuseVanished, requireMessage } from '../conversation/access';
import type { ConversationStore } from '../conversation/conversation-store';
import type { GroupStore } from '../conversation/group-store';
import type { MessageStore } from '../conversation/message-store';
import { parseMessageWindow } from './input/message-window';
import type { Handlers, OperationRequest } from './input/operation-request';
import { parseOwnMessage } from './input/parse-message';
import { sendAsMember } from './send-as-member';

type ConversationMessageOperation =
  | 'ConversationMessageGetAllHandler'
  | 'ConversationMessagePostHandler'
  | 'ConversationMessageRecentGetHandler'
  | 'ConversationMessageGetHandler'
  | 'ConversationMessagePutHandler'
  | 'ConversationMessageDeleteHandler'
  | 'ConversationMessageContextGetHandler';

type OfConversation = Pick<OperationRequest<'ConversationMessageGetAllHandler'>, 'caller' | 'params'>;
type OfMessage = Pick<OperationRequest<'ConversationMessageGetHandler'>, 'caller' | 'params'>;

export function createConversationMessageHandlers(
  store: ConversationStore & GroupStore & MessageStore,
): Pick<Handlers, ConversationMessageOperation> {
  /** The conversation's id, once it is known that the caller may read it. */
  const admit = async ({ caller, params }: OfConversation) =>
    decideRead(caller, await store.findConversation(params.cloudId, params.conversationId, caller.id)).id;

  const findOwn = async (request: OfMessage) => {
    const { cloudId, messageId } = request.params;
    return decideChange(request.caller, await store.findMessage(cloudId, await admit(request), messageId));
  };

  return {
    async ConversationMessageGetAllHandler(request) {
      const window = parseMessageWindow(request.query);
      return store.readConversation(request.params.cloudId, await admit(request), window);
    },
    async ConversationMessagePostHandler({ caller, params, query, body, claim, quota }) {
      const content = parseOwnMessage(body, query);
      return sendAsMember(store, caller, { ...params, content, claim, quota });
    },
    async ConversationMessageRecentGetHandler(request) {
      const window = { limit: request.query.limit, position: { kind: 'latest' }, issueId: null } as const;
      return store.readConversation(request.params.cloudId, await admit(request), window);
    },
    async ConversationMessageGetHandler(request) {
      const { cloudId, messageId } = request.params;
      return requireMessage(await store.findMessage(cloudId, await admit(request), messageId));
    },
    // As with a direct one, an edit changes the words alone.
    async ConversationMessagePutHandler(request) {
      const { body, text } = parseOwnMessage(request.body, {});
      const { id, conversationId } = await findOwn(request);
      const { cloudId } = request.params;
      if (!(await store.replaceMessage({ cloudId, id, conversationId, body, text }))) throw refuseVanished();
      return { id };
    },
    async ConversationMessageDeleteHandler(request) {
      const { id, conversationId } = await findOwn(request);
      if (!(await store.eraseMessage({ cloudId: request.params.cloudId, id, conversationId }))) throw refuseVanished();
      return undefined;
    },
    async ConversationMessageContextGetHandler(request) {
      const { cloudId, messageId } = request.params;
      return requireMessage(await store.readAround(cloudId, await admit(request), messageId, request.query));
    },
  };
}
