import type { NewMessage } from '../../conversation/conversation-store';
import type { NewConversationMessage } from '../../conversation/message-store';
import type { Clock } from '../engine/clock';
import { searchableText, storableText } from '../engine/storable-text';
import { orderPair } from '../rows/direct-pair';
import { mentionsOf } from '../rows/mentions';

/** Where a message goes: between these two, who need no conversation yet, or into one that is there. */
export type SendPlace =
  | { readonly kind: 'direct'; readonly lowId: string; readonly highId: string }
  | {
      readonly kind: 'conversation';
      readonly conversationId: string;
      /** The sender may send whether they are a member yet or not, and becomes one with the message. */
      readonly joins: boolean;
    };

/** A message on its way into the store, with the values of its columns. */
export interface PendingSend extends Pick<NewMessage, 'sender' | 'issue' | 'claim' | 'quotas'> {
  readonly place: SendPlace;
  /** The message's id, where nothing stands against it. */
  readonly proposedId: string;
  /** The conversation's, where it has to be made. */
  readonly newConversationId: () => string;
  readonly askedAt: Date;
  readonly body: string;
  readonly text: string;
  readonly originKind: NewMessage['origin']['kind'];
  readonly originLabel: string | null;
  readonly originAccount: string | null;
  /** The accounts that it mentions, members or not. */
  readonly mentions: readonly string[];
  /** The revision of the sender's draft that it takes with it. */
  readonly draft: string | null;
  /** Whether its sender waits for an answer; heeded in a direct conversation alone. */
  readonly isQuestion: boolean;
}

export function aDirectSend(clock: Clock, message: NewMessage): PendingSend {
  const pair = orderPair(message.sender.id, message.recipientId);
  return describeSend(clock, message, { kind: 'direct', ...pair });
}

export function aConversationSend(clock: Clock, message: NewConversationMessage, joins: boolean): PendingSend {
  return describeSend(clock, message, { kind: 'conversation', conversationId: message.conversationId, joins });
}

function describeSend(clock: Clock, message: Omit<NewMessage, 'recipientId'>, place: SendPlace): PendingSend {
  const { sender, issue, claim, quotas, origin } = message;
  const askedAt = clock.now();
  const body = JSON.stringify(message.body);
  return {
    ...{ sender, issue, claim, quotas, place, askedAt },
    proposedId: clock.newId(askedAt),
    newConversationId: () => clock.newId(askedAt),
    body,
    mentions: mentionsOf(message.body, body, sender.id),
    text: searchableText(message.text),
    originKind: origin.kind,
    originLabel: origin.label === null ? null : storableText(origin.label),
    originAccount: origin.account ?? null,
    draft: message.draft ?? null,
    isQuestion: message.isQuestion ?? false,
  };
}

/** The same for all messages of one conversation that name it the same way. */
export function keyOfPlace(place: SendPlace): string {
  return place.kind === 'direct' ? `${place.lowId} ${place.highId}` : place.conversationId;
}
