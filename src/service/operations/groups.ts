import { ConversationChange, RosterChange } from '../../contract/resources';
import { refuseAdding } from '../conversation/choices';
import type { ConversationStore, SeenConversation } from '../conversation/conversation-store';
import {
  decideArchive,
  decideChange,
  decideGroup,
  decideRoster,
  readMemberChange,
  refuseCrowd,
} from '../conversation/group-rules';
import type { GroupStore } from '../conversation/group-store';
import { createCheck, nameBodyField } from './input/check-value';
import type { Handlers, OperationRequest } from './input/operation-request';

type GroupOperation =
  | 'changeConversation'
  | 'archiveConversation'
  | 'unarchiveConversation'
  | 'getRoster'
  | 'changeRoster';

/** The same for both of them. */
type ArchiveRequest = OperationRequest<'archiveConversation' | 'unarchiveConversation'>;
type OfConversation = Pick<ArchiveRequest, 'caller' | 'params'>;

const checkChange = createCheck(ConversationChange, nameBodyField());
const checkRoster = createCheck(RosterChange, nameBodyField());

export function createGroupHandlers(
  store: GroupStore & Pick<ConversationStore, 'findConversation'>,
): Pick<Handlers, GroupOperation> {
  const find = ({ caller, params }: OfConversation) =>
    store.findConversation(params.cloudId, params.conversationId, caller.id);

  const archive = (isArchived: boolean) => async (request: ArchiveRequest) => {
    const { cloudId, conversationId } = request.params;
    const decide = (seen: SeenConversation | null) => decideArchive(request.caller, seen);
    const callerId = request.caller.id;
    // What is direct stays so, and its ends stay its ends; who manages a group may change.
    const whose = decide(await find(request));
    if (whose === 'group') await store.archiveGroup(cloudId, conversationId, isArchived, { callerId, decide });
    else await store.hideDirect(cloudId, conversationId, callerId, isArchived);
    return undefined;
  };

  return {
    async changeConversation({ caller, params: { cloudId, conversationId }, body }) {
      const change = checkChange(body.value);
      return store.changeConversation(cloudId, conversationId, change, {
        callerId: caller.id,
        decide: (seen) => decideChange(caller, seen, change),
      });
    },
    archiveConversation: archive(true),
    unarchiveConversation: archive(false),
    async getRoster(request) {
      const { cloudId, id } = decideGroup(request.caller, await find(request)).conversation;
      const values = await store.listMembers(cloudId, id);
      return { values, _links: { conversation: `/site/${cloudId}/conversation/${id}` } };
    },
    async changeRoster({ caller, params: { cloudId, conversationId }, body }) {
      const asked = checkRoster(body.value);
      const change = readMemberChange(asked);
      const outcome = await store.changeMembers(cloudId, conversationId, change, {
        callerId: caller.id,
        decide: (seen) => decideRoster(caller, seen, change),
      });
      if (outcome === 'too-many') throw refuseCrowd('body/add');
      if (typeof outcome === 'object') throw refuseAdding(asked.add ?? [], outcome.barred);
      return undefined;
    },
  };
}
