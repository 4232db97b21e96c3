import { AppError } from '../errors/app-error';
import { decideSee, notFound } from './access';
import type { Actor } from './actor';
import { refuseBlocked } from './choices';
import type { ChangingMessage, SeenConversation } from './conversation-store';

/** In a group nobody in particular is asked. */
export function refuseInGroup(): AppError {
  return new AppError('conflict', 'Only in a direct conversation one waits for the answer of somebody.');
}

/**
 * Whether the actor may say that no answer to this message is waited for any more: whoever is at either end.
 * @throws AppError `not_found` also for a deleted message, `conflict` for a group
 */
export function decideCloseQuestion(
  actor: Actor,
  seen: SeenConversation | null,
  message: ChangingMessage | null,
): void {
  const { conversation } = decideSee(actor, seen);
  if (message === null || message.isDeleted) throw notFound('message');
  if (conversation.type !== 'direct') throw refuseInGroup();
}

/**
 * Whether the actor may wait for an answer to this message: to their own, where they could still write.
 * @throws AppError as `decideCloseQuestion`, and `forbidden` for the message of another, `blocked`
 */
export function decideAskQuestion(actor: Actor, seen: SeenConversation | null, message: ChangingMessage | null): void {
  decideCloseQuestion(actor, seen, message);
  if (message?.senderId !== actor.id) {
    throw new AppError('forbidden', 'Only the sender of a message may wait for its answer.');
  }
  if (message.isBarred) throw refuseBlocked();
}
