import type { ConversationStore, IdempotencyClaim, SendAnswer, SendQuota } from '../conversation/conversation-store';
import type { GroupStore } from '../conversation/group-store';
import type { MessageStore } from '../conversation/message-store';
import { describeOrigin } from '../conversation/origin';
import { decideSend, refuseFull } from '../conversation/participation';
import type { Caller } from '../identity/caller';
import type { MessageContent } from './read-message';

interface Sending {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly content: MessageContent;
  readonly claim: IdempotencyClaim | null;
  readonly quota: SendQuota | null;
}

/**
 * Sends, and asks why not only where the store refuses: so that a send costs one statement. Who has to join first does,
 * and sends again.
 * @throws AppError as `decideSend`.
 */
export async function sendAsMember(
  store: GroupStore & MessageStore & Pick<ConversationStore, 'findConversation'>,
  caller: Caller,
  { content, ...sending }: Sending,
): Promise<SendAnswer> {
  const { cloudId, conversationId } = sending;
  const sender = { id: caller.id, kind: caller.kind };
  const origin = describeOrigin(caller, content.origin);
  const send = () => store.sendToConversation({ ...content, ...sending, sender, origin });
  const answer = await send();
  if (answer.outcome !== 'refused') return answer;
  if (decideSend(caller, await store.findConversation(cloudId, conversationId, caller.id)) === 'join') {
    const joined = await store.changeMembers(cloudId, conversationId, { add: [caller.id], remove: [] });
    if (joined === 'too-many') throw refuseFull();
  }
  return send();
}
