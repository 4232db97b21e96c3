import { Preference } from '../../contract/people';
import { decideDirect } from '../conversation/access';
import { decideMute } from '../conversation/choices';
import type { ConversationStore } from '../conversation/conversation-store';
import type { ChoiceStore } from '../conversation/people-store';
import { defaultPreference } from '../conversation/preference';
import { createCheck, nameBodyField } from './input/check-value';
import type { Cursors } from './input/cursors';
import type { Handlers, OperationRequest } from './input/operation-request';
import { answerPage, readPage } from './input/page';

type ChoiceOperation =
  | 'PreferenceGetHandler'
  | 'PreferencePutHandler'
  | 'BlockGetAllHandler'
  | 'BlockPutHandler'
  | 'BlockDeleteHandler'
  | 'ConversationMutePutHandler'
  | 'ConversationMuteDeleteHandler';

/** The same for both of them. */
type MuteRequest = OperationRequest<'ConversationMutePutHandler' | 'ConversationMuteDeleteHandler'>;

const checkPreference = createCheck(Preference, nameBodyField());

/** People's choices. Each is the caller's own: no id of another one's choices is ever taken. */
export function createChoiceHandlers(
  store: ChoiceStore & Pick<ConversationStore, 'findConversation'>,
  cursors: Cursors,
): Pick<Handlers, ChoiceOperation> {
  const mute = (isMuted: boolean) => async (request: MuteRequest) => {
    const { cloudId, conversationId } = request.params;
    decideMute(request.caller, await store.findConversation(cloudId, conversationId, request.caller.id));
    await store.setMuted(cloudId, conversationId, request.caller.id, isMuted);
    return undefined;
  };
  return {
    async PreferenceGetHandler({ caller, params }) {
      return (await store.findPreference(params.cloudId, caller.id)) ?? defaultPreference;
    },
    async PreferencePutHandler({ caller, params, body }) {
      const preference = checkPreference(body.value);
      await store.setPreference(params.cloudId, caller.id, preference);
      return preference;
    },
    async BlockGetAllHandler({ caller, params, query }) {
      const binding = ['blocks', params.cloudId, caller.id];
      const page = await store.listBlocks(params.cloudId, caller.id, readPage(query, cursors, binding));
      return answerPage(page, query, cursors, binding);
    },
    async BlockPutHandler({ caller, params }) {
      decideDirect(caller, params.userId);
      await store.block(params.cloudId, caller.id, params.userId);
      return undefined;
    },
    async BlockDeleteHandler({ caller, params }) {
      decideDirect(caller, params.userId);
      await store.unblock(params.cloudId, caller.id, params.userId);
      return undefined;
    },
    ConversationMutePutHandler: mute(true),
    ConversationMuteDeleteHandler: mute(false),
  };
}
