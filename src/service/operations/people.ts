import { decideDirect } from '../conversation/access';
import { decideMute, refuseManyBlocks } from '../conversation/choices';
import type { ConversationStore } from '../conversation/conversation-store';
import type { ChoiceStore } from '../conversation/people-store';
import { defaultPreference } from '../conversation/preference-rules';
import type { Cursors } from './input/cursors';
import type { Handlers, OperationRequest } from './input/operation-request';
import { answerPage, readPage } from './input/page';
import { parsePreference } from './input/parse-preference';

type ChoiceOperation =
  | 'getPreference'
  | 'setPreference'
  | 'listBlocks'
  | 'blockUser'
  | 'unblockUser'
  | 'muteConversation'
  | 'unmuteConversation';

/** The same for both of them. */
type MuteRequest = OperationRequest<'muteConversation' | 'unmuteConversation'>;

/** People's choices. Each is the caller's own: no id of another one's choices is ever taken. @param now the store's clock */
export function createChoiceHandlers(
  store: ChoiceStore & Pick<ConversationStore, 'findConversation'>,
  cursors: Cursors,
  now: () => Date,
): Pick<Handlers, ChoiceOperation> {
  const mute = (isMuted: boolean) => async (request: MuteRequest) => {
    const { cloudId, conversationId } = request.params;
    decideMute(request.caller, await store.findConversation(cloudId, conversationId, request.caller.id));
    await store.setMuted(cloudId, conversationId, request.caller.id, isMuted);
    return undefined;
  };
  return {
    async getPreference({ caller, params }) {
      return (await store.findPreference(params.cloudId, caller.id)) ?? defaultPreference;
    },
    async setPreference({ caller, params, body }) {
      return store.setPreference(params.cloudId, caller.id, parsePreference(caller, body.value, now()));
    },
    async listBlocks({ caller, params, query }) {
      const binding = ['blocks', params.cloudId, caller.id];
      const page = await store.listBlocks(params.cloudId, caller.id, readPage(query, cursors, binding));
      return answerPage(page, query, cursors, binding);
    },
    async blockUser({ caller, params }) {
      decideDirect(caller, params.userId);
      const outcome = await store.block(params.cloudId, caller.id, params.userId);
      if (outcome === 'too-many') throw refuseManyBlocks();
      return undefined;
    },
    async unblockUser({ caller, params }) {
      decideDirect(caller, params.userId);
      await store.unblock(params.cloudId, caller.id, params.userId);
      return undefined;
    },
    muteConversation: mute(true),
    unmuteConversation: mute(false),
  };
}
