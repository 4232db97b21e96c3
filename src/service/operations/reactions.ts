import type { ParamsOf } from '../../contract/described-operations';
import type { ReactionName } from '../../contract/reaction-names';
import { decideDirect, requireMessage } from '../conversation/access';
import type { ConversationStore } from '../conversation/conversation-store';
import { decideReact, decideTakeBack } from '../conversation/reaction-rules';
import type { ReactionStore } from '../conversation/reaction-store';
import type { Caller } from '../identity/caller';
import type { Handlers, OperationRequest } from './input/operation-request';

type ReactionOperation = 'giveReaction' | 'takeReactionBack' | 'giveDirectReaction' | 'takeDirectReactionBack';

type InConversation = OperationRequest<'giveReaction' | 'takeReactionBack'>;
type InDirect = OperationRequest<'giveDirectReaction' | 'takeDirectReactionBack'>;

/** Quick answers to messages, each the caller's own. */
export function createReactionHandlers(
  store: ReactionStore & Pick<ConversationStore, 'findDirectMessage'>,
): Pick<Handlers, ReactionOperation> {
  const change =
    <Request extends InConversation | InDirect>(
      isGiven: boolean,
      locate: (request: Request) => Promise<{ conversationId: string; messageId: string }>,
    ) =>
    async (request: Request) => {
      const { caller, params, quotas } = request;
      const decide = (isGiven ? decideReact : decideTakeBack).bind(null, caller);
      const { cloudId } = params;
      // The table of operations names those that there are.
      const name = params.name as ReactionName;
      const sender = { id: caller.id, kind: caller.kind };
      return store.changeReaction({ cloudId, ...(await locate(request)), sender, name, isGiven, quotas }, decide);
    };
  const inConversation = async ({ params: { conversationId, messageId } }: InConversation) => ({
    conversationId,
    messageId,
  });
  const inDirect = ({ caller, params }: InDirect) => findPlace(caller, params);
  const findPlace = async (caller: Caller, { cloudId, userId, messageId }: ParamsOf<'giveDirectReaction'>) => {
    decideDirect(caller, userId);
    const found = requireMessage(await store.findDirectMessage(cloudId, caller.id, userId, messageId));
    return { conversationId: found.conversationId, messageId };
  };
  return {
    giveReaction: change(true, inConversation),
    takeReactionBack: change(false, inConversation),
    giveDirectReaction: change(true, inDirect),
    takeDirectReactionBack: change(false, inDirect),
  };
}
