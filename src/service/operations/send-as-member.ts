import type { IdempotencyClaim, SendAnswer, SendQuota } from '../conversation/conversation-store';
import type { MessageStore } from '../conversation/message-store';
import { describeOrigin, quotasOfRule, requireOwnOrigin } from '../conversation/origin';
import { decideSend, refuseFull } from '../conversation/participation';
import type { Caller } from '../identity/caller';
import type { MessageContent } from './input/parse-message';

interface Sending {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly content: MessageContent;
  readonly claim: IdempotencyClaim | null;
  readonly quotas: readonly SendQuota[];
  /** The revision of the sender's draft that goes with it. */
  readonly draft?: string | undefined;
  readonly isQuestion?: boolean | undefined;
}

/**
 * Sends, and asks why not only where the store refuses: so that a send reads nothing before it. Who has to join first does,
 * together with the second try.
 * @param limitOfRule sends of a rule of an account in a minute; 0: not limited
 * @throws AppError as `decideSend`, and `conflict` for a group that is full.
 */
export async function sendAsMember(
  store: Pick<MessageStore, 'sendToConversation' | 'joinAndSend'>,
  caller: Caller,
  limitOfRule: number,
  { content, ...sending }: Sending,
): Promise<SendAnswer> {
  requireOwnOrigin(caller, content.origin);
  const sender = { id: caller.id, kind: caller.kind };
  const origin = describeOrigin(caller, content.origin);
  const quotas = [...sending.quotas, ...quotasOfRule(origin, limitOfRule)];
  const message = { ...content, ...sending, sender, origin, quotas };
  const first = await store.sendToConversation(message);
  if (first.outcome !== 'refused') return first;
  // The first try has counted it.
  const second = await store.joinAndSend({ ...message, quotas: [] }, (seen) => decideSend(caller, seen));
  if (second === 'too-many') throw refuseFull();
  return { ...second, ...(first.counts && { counts: first.counts }) };
}
