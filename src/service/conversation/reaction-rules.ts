import { decideSee, notFound } from './access';
import type { Actor } from './actor';
import { refuseBlocked } from './choices';
import type { SeenConversation } from './conversation-store';
import { requireOpen } from './participation';
import type { AnsweredMessage } from './reaction-store';

/**
 * Whether the actor may take back what they gave: wherever they still see the message.
 * @throws AppError `not_found` also for a deleted message
 */
export function decideTakeBack(actor: Actor, seen: SeenConversation | null, message: AnsweredMessage | null): void {
  decideSee(actor, seen);
  if (message === null || message.isDeleted) throw notFound('message');
}

/**
 * Whether the actor may give a message a quick answer: who may send there may. It joins nobody to a group.
 * @throws AppError as `decideTakeBack`, and `blocked`, `conflict` for a group that is archived
 */
export function decideReact(actor: Actor, seen: SeenConversation | null, message: AnsweredMessage | null): void {
  decideTakeBack(actor, seen, message);
  if (message?.isBarred) throw refuseBlocked();
  if (seen !== null) requireOpen(seen.conversation);
}
