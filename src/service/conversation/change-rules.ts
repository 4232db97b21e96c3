import { AppError } from '../errors/app-error';
import { decideSee, notFound } from './access';
import type { Actor } from './actor';
import { refuseBlocked } from './choices';
import type { ChangingMessage, SeenConversation } from './conversation-store';
import { requireOpen } from './participation';

/**
 * Whether the actor may take the words of a message back: their own, wherever they still see it.
 * @throws AppError `not_found` for none or a deleted one, `forbidden` for the message of another.
 */
export function decideErase(actor: Actor, seen: SeenConversation | null, message: ChangingMessage | null): void {
  decideSee(actor, seen);
  if (message === null || message.isDeleted) throw notFound('message');
  if (message.senderId !== actor.id) {
    throw new AppError('forbidden', 'Only the sender of a message may edit or delete it.');
  }
}

/**
 * Whether the actor may put other words into a message. To who has blocked the sender, and in an archived group, these
 * would be as new ones.
 * @throws AppError as `decideErase`, and `blocked`, `conflict`.
 */
export function decideEdit(actor: Actor, seen: SeenConversation | null, message: ChangingMessage | null): void {
  decideErase(actor, seen, message);
  if (message?.isBarred) throw refuseBlocked();
  if (seen !== null) requireOpen(seen.conversation);
}
