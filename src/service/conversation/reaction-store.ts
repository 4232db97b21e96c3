import type { ReactionName } from '../../contract/reaction-names';
import type { Sender } from '../../contract/resources';
import type { SeenConversation, SendCount, SendQuota } from './conversation-store';

/** A quick answer that is given to a message, or taken back. */
export interface ReactionChange {
  readonly cloudId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly sender: Sender;
  readonly name: ReactionName;
  readonly isGiven: boolean;
  /** As those of a send. */
  readonly quotas: readonly SendQuota[];
}

/** What the rule needs to know of the message, beside its conversation. */
export interface AnsweredMessage {
  readonly isDeleted: boolean;
  /** Nobody else is in the conversation but one who has blocked whoever answers. */
  readonly isBarred: boolean;
}

/** What a change came to under each of its quotas, in their order. Where it is one too many, nothing was changed. */
export interface CountedAnswer {
  readonly outcome: 'done' | 'limited';
  readonly counts: readonly SendCount[];
}

export interface ReactionStore {
  /** Again is nothing new. The rule is asked as that of a `Permit`. @throws what it throws */
  changeReaction(
    change: ReactionChange,
    decide: (seen: SeenConversation | null, message: AnsweredMessage | null) => void,
  ): Promise<CountedAnswer>;
}
