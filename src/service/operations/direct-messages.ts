import type { ParamsOf } from '../../contract/described-operations';
import { decideDirect, refuseVanished, requireMessage } from '../conversation/access';
import { decideEdit, decideErase } from '../conversation/change-rules';
import type { ConversationStore } from '../conversation/conversation-store';
import { describeOrigin, quotasOfRule } from '../conversation/origin';
import type { Caller } from '../identity/caller';
import { parseMessageWindow } from './input/message-window';
import type { Handlers } from './input/operation-request';
import { parseMessage } from './input/parse-message';

type DirectMessageOperation = 'listDirectMessages' | 'sendDirectMessage' | 'editDirectMessage' | 'deleteDirectMessage';

/** @param limitOfRule sends of a rule of an account in a minute; 0: not limited */
export function createDirectMessageHandlers(
  store: ConversationStore,
  limitOfRule: number,
): Pick<Handlers, DirectMessageOperation> {
  /** Where a message lies that is in the direct conversation of these two. */
  const findPlace = async (caller: Caller, { cloudId, userId, messageId }: ParamsOf<'editDirectMessage'>) => {
    decideDirect(caller, userId);
    const found = requireMessage(await store.findDirectMessage(cloudId, caller.id, userId, messageId));
    return { cloudId, id: found.id, conversationId: found.conversationId };
  };

  return {
    async listDirectMessages({ caller, params, query }) {
      const window = parseMessageWindow(query);
      decideDirect(caller, params.userId);
      return store.readDirect(params.cloudId, caller.id, params.userId, window);
    },
    async sendDirectMessage({ caller, params, query, body, claim, quotas }) {
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
        quotas: [...quotas, ...quotasOfRule(origin, limitOfRule)],
        draft: query.draft,
        isQuestion: query.question,
      });
    },
    // An edit changes the words alone: what the message is about and why it came stay as they were sent.
    async editDirectMessage({ caller, params, query, body }) {
      const { body: document, text } = parseMessage(body, {});
      const place = await findPlace(caller, params);
      const decide = decideEdit.bind(null, caller);
      const edited = { ...place, body: document, text, draft: query.draft };
      if (!(await store.replaceMessage(edited, { callerId: caller.id, decide }))) throw refuseVanished();
      return { id: place.id };
    },
    async deleteDirectMessage({ caller, params }) {
      const place = await findPlace(caller, params);
      const decide = decideErase.bind(null, caller);
      if (!(await store.eraseMessage(place, { callerId: caller.id, decide }))) throw refuseVanished();
      return undefined;
    },
  };
}
