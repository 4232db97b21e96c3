import { decideChange, decideRead, refuseVanished, requireMessage } from '../conversation/access';
import { requireReplaced } from '../conversation/choices';
import type { ConversationStore } from '../conversation/conversation-store';
import type { GroupStore } from '../conversation/group-store';
import type { MessageStore } from '../conversation/message-store';
import { requireOwnOrigin } from '../conversation/origin';
import { requireOpen } from '../conversation/participation';
import { parseMessageWindow } from './input/message-window';
import type { Handlers, OperationRequest } from './input/operation-request';
import { parseOwnMessage } from './input/parse-message';
import { sendAsMember } from './send-as-member';

type ConversationMessageOperation =
  | 'listMessages'
  | 'sendMessage'
  | 'listRecentMessages'
  | 'getMessage'
  | 'editMessage'
  | 'deleteMessage'
  | 'listMessagesAround';

type OfConversation = Pick<OperationRequest<'listMessages'>, 'caller' | 'params'>;
type OfMessage = Pick<OperationRequest<'getMessage'>, 'caller' | 'params'>;

export function createConversationMessageHandlers(
  store: ConversationStore & GroupStore & MessageStore,
  limitOfRule: number,
): Pick<Handlers, ConversationMessageOperation> {
  /** The conversation, once it is known that the caller may read it. */
  const see = async ({ caller, params }: OfConversation) =>
    decideRead(caller, await store.findConversation(params.cloudId, params.conversationId, caller.id));
  const admit = async (request: OfConversation) => (await see(request)).id;

  const findOwn = async ({ caller, params }: OfMessage, conversationId: string) =>
    decideChange(caller, await store.findMessage(params.cloudId, conversationId, params.messageId));

  return {
    async listMessages(request) {
      const window = parseMessageWindow(request.query);
      return store.readConversation(request.params.cloudId, await admit(request), window);
    },
    async sendMessage({ caller, params, query, body, claim, quota }) {
      const content = parseOwnMessage(body, query);
      return sendAsMember(store, caller, limitOfRule, { ...params, content, claim, quota });
    },
    async listRecentMessages(request) {
      const window = { limit: request.query.limit, position: { kind: 'latest' }, issueId: null } as const;
      return store.readConversation(request.params.cloudId, await admit(request), window);
    },
    async getMessage(request) {
      const { cloudId, messageId } = request.params;
      return requireMessage(await store.findMessage(cloudId, await admit(request), messageId));
    },
    // As with a direct one, an edit changes the words alone.
    async editMessage(request) {
      const { body, text, origin } = parseOwnMessage(request.body, {});
      requireOwnOrigin(request.caller, origin);
      const conversation = await see(request);
      const { id, conversationId } = await findOwn(request, conversation.id);
      requireOpen(conversation);
      const { cloudId } = request.params;
      requireReplaced(await store.replaceMessage({ cloudId, id, conversationId, body, text }));
      return { id };
    },
    async deleteMessage(request) {
      const { id, conversationId } = await findOwn(request, await admit(request));
      if (!(await store.eraseMessage({ cloudId: request.params.cloudId, id, conversationId }))) throw refuseVanished();
      return undefined;
    },
    async listMessagesAround(request) {
      const { cloudId, messageId } = request.params;
      return requireMessage(await store.readAround(cloudId, await admit(request), messageId, request.query));
    },
  };
}
