import type { ParamsOf } from '../../contract/described-operations';
import { decideOpen, decideSee, refuseVanished, requireMessage } from '../conversation/access';
import { decideEdit, decideErase } from '../conversation/change-rules';
import type { ConversationStore } from '../conversation/conversation-store';
import type { GroupStore } from '../conversation/group-store';
import type { MessageStore } from '../conversation/message-store';
import { requireOwnOrigin } from '../conversation/origin';
import { refuseInGroup } from '../conversation/question-rules';
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

export function createConversationMessageHandlers(
  store: ConversationStore & GroupStore & MessageStore,
  limitOfRule: number,
): Pick<Handlers, ConversationMessageOperation> {
  /** The conversation, once it is known that the caller may read it. */
  const admit = async ({ caller, params }: OfConversation) =>
    decideOpen(caller, await store.findConversation(params.cloudId, params.conversationId, caller.id));

  return {
    async listMessages(request) {
      const window = parseMessageWindow(request.query);
      return store.readConversation(await admit(request), window);
    },
    async sendMessage({ caller, params, query, body, claim, quotas }) {
      const content = parseOwnMessage(body, query);
      const { draft, question: isQuestion } = query;
      if (isQuestion) {
        const seen = await store.findConversation(params.cloudId, params.conversationId, caller.id);
        if (decideSee(caller, seen).conversation.type !== 'direct') throw refuseInGroup();
      }
      return sendAsMember(store, caller, limitOfRule, { ...params, content, claim, quotas, draft, isQuestion });
    },
    async listRecentMessages(request) {
      const window = { limit: request.query.limit, position: { kind: 'latest' }, issueId: null } as const;
      return store.readConversation(await admit(request), window);
    },
    async getMessage(request) {
      return requireMessage(await store.findMessage(await admit(request), request.params.messageId));
    },
    // As with a direct one, an edit changes the words alone.
    async editMessage({ caller, params, query, body: sent }) {
      const { body, text, origin } = parseOwnMessage(sent, {});
      requireOwnOrigin(caller, origin);
      const decide = decideEdit.bind(null, caller);
      const edited = { ...placeOf(params), body, text, draft: query.draft };
      if (!(await store.replaceMessage(edited, { callerId: caller.id, decide }))) throw refuseVanished();
      return { id: edited.id };
    },
    async deleteMessage({ caller, params }) {
      const decide = decideErase.bind(null, caller);
      if (!(await store.eraseMessage(placeOf(params), { callerId: caller.id, decide }))) throw refuseVanished();
      return undefined;
    },
    async listMessagesAround(request) {
      const { params, query } = request;
      return requireMessage(await store.readAround(await admit(request), params.messageId, query));
    },
  };
}

function placeOf({ cloudId, conversationId, messageId }: ParamsOf<'editMessage'>) {
  return { cloudId, conversationId, id: messageId };
}
