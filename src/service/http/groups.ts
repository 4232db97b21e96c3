import { ConversationChange, RosterChange } from '../../contract/resources';
import { decideRead } from '../conversation/access';
import type { ConversationStore } from '../conversation/conversation-store';
import {
  decideArchive,
  decideGroup,
  decideManage,
  decideRoster,
  readMemberChange,
  refuseCrowd,
} from '../conversation/group-rules';
import type { GroupStore } from '../conversation/group-store';
import { createCheck, nameBodyField } from './check-value';
import type { Handlers, OperationRequest } from './operation-request';

type GroupOperation =
  | 'ConversationPatchHandler'
  | 'ConversationArchivePutHandler'
  | 'ConversationUnarchivePutHandler'
  | 'ConversationRosterGetHandler'
  | 'ConversationRosterPatchHandler';

/** The same for both of them. */
type ArchiveRequest = OperationRequest<'ConversationArchivePutHandler' | 'ConversationUnarchivePutHandler'>;
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
    const whose = decideArchive(request.caller, await find(request));
    if (whose === 'group') await store.archiveGroup(cloudId, conversationId, isArchived);
    else await store.hideDirect(cloudId, conversationId, request.caller.id, isArchived);
    return undefined;
  };

  return {
    async ConversationPatchHandler(request) {
      const change = checkChange(request.body.value);
      const { cloudId, id } = decideManage(request.caller, await find(request));
      await store.changeConversation(cloudId, id, change);
      return decideRead(request.caller, await find(request));
    },
    ConversationArchivePutHandler: archive(true),
    ConversationUnarchivePutHandler: archive(false),
    async ConversationRosterGetHandler(request) {
      const { cloudId, id } = decideGroup(request.caller, await find(request)).conversation;
      const values = await store.listMembers(cloudId, id);
      return { values, _links: { conversation: `/site/${cloudId}/conversation/${id}` } };
    },
    async ConversationRosterPatchHandler(request) {
      const { cloudId, conversationId } = request.params;
      const change = readMemberChange(checkRoster(request.body.value));
      decideRoster(request.caller, await find(request), change);
      const outcome = await store.changeMembers(cloudId, conversationId, change);
      if (outcome === 'too-many') throw refuseCrowd('body/add');
      return undefined;
    },
  };
}
