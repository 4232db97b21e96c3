import { decideChange, decideDirect, refuseVanished } from '../conversation/access';
import { requireReplaced } from '../conversation/choices';
import type { ConversationStore } from '../conversation/conversation-store';
import { describeOrigin, quotaOfRule } from '../conversation/origin';
import { parseMessageWindow } from './input/message-window';
import type { Handlers } from './input/operation-request';
import { parseMessage } from './input/parse-message';

type DirectMessageOperation = 'listDirectMessages' | 'sendDirectMessage' | 'editDirectMessage' | 'deleteDirectMessage';

/** @param limitOfRule sends of a rule of an account in a minute; 0: not limited */
export function createDirectMessageHandlers(
  store: ConversationStore,
  limitOfRule: number,
): Pick<Handlers, DirectMessageOperation> {
  return {
    async listDirectMessages({ caller, params, query }) {
      const window = parseMessageWindow(query);
      decideDirect(caller, params.userId);
      return store.readDirect(params.cloudId, caller.id, params.userId, window);
    },
    async sendDirectMessage({ caller, params, query, body, claim, quota }) {
      const content = parseMessage(body, query);
      decideDirect(caller, params.userId);
      const origin = describeOrigin(caller, content.origin);
      return store.sendDirect({
        ...content,
        cloudId: params.cloudId,
        sender: { id: caller.id, kind: caller.kind },
        recipientId: params.userId,
        origin,
        claim,
        quota: quotaOfRule(origin, limitOfRule) ?? quota,
      });
    },
    // An edit changes the words alone: what the message is about and why it came stay as they were sent.
    async editDirectMessage({ caller, params, body }) {
      const { cloudId, userId, messageId } = params;
      const content = parseMessage(body, {});
      decideDirect(caller, userId);
      const { id, conversationId } = decideChange(
        caller,
        await store.findDirectMessage(cloudId, caller.id, userId, messageId),
      );
      const { body: document, text } = content;
      requireReplaced(await store.replaceMessage({ cloudId, id, conversationId, body: document, text }));
      return { id };
    },
    async deleteDirectMessage({ caller, params }) {
      const { cloudId, userId, messageId } = params;
      decideDirect(caller, userId);
      const { id, conversationId } = decideChange(
        caller,
        await store.findDirectMessage(cloudId, caller.id, userId, messageId),
      );
      if (!(await store.eraseMessage({ cloudId, id, conversationId }))) throw refuseVanished();
      return undefined;
    },
  };
}
