import type { Conversation } from '../../contract/resources';
import { AppError, refuseField } from '../errors/app-error';
import type { Actor } from './actor';
import type { SeenConversation } from './conversation-store';
import type { OpenConversation } from './message-store';

/** What one may not see is answered like what does not exist, so that the answer tells nothing. */
export function notFound(what: 'conversation' | 'message' | 'draft' | 'report'): AppError {
  return new AppError('not_found', `There is no such ${what}.`);
}

/** Public groups are open to the people of the site. Clients and the app see only conversations that they are in. */
export function seesPublicGroups(actor: Actor): boolean {
  return actor.kind === 'user';
}

/** The same conversation, which the actor may see. @throws AppError `not_found` where there is none or they may not. */
export function decideSee(actor: Actor, seen: SeenConversation | null): SeenConversation {
  if (seen === null) throw notFound('conversation');
  const { type, privacy } = seen.conversation;
  const isOpen = type === 'group' && privacy === 'public' && seesPublicGroups(actor);
  if (!seen.isMember && !isOpen) throw notFound('conversation');
  return seen;
}

/** Whoever sees a conversation reads it. @throws AppError as `decideSee`. */
export function decideRead(actor: Actor, seen: SeenConversation | null): Conversation {
  return decideSee(actor, seen).conversation;
}

/** The same, with how much of it is open to them. @throws AppError as `decideSee`. */
export function decideOpen(actor: Actor, seen: SeenConversation | null): OpenConversation {
  const { conversation, readsAfterId } = decideSee(actor, seen);
  return { cloudId: conversation.cloudId, callerId: actor.id, id: conversation.id, readsAfterId };
}

/** The message, deleted or not, of a conversation that the actor sees. @throws AppError `not_found`. */
export function requireMessage<Found>(found: Found | null): Found {
  if (found === null) throw notFound('message');
  return found;
}

/**
 * Whether the actor may have a direct conversation with this account: open it, read it, send in it.
 * The service keeps no directory, so that any account id will do but the actor's own and that of nobody.
 * @throws AppError `invalid_request`.
 */
export function decideDirect(actor: Actor, otherId: string, field = 'path.userId'): void {
  if (otherId === actor.id) throw refuseField(field, 'must not be your own account');
  // Jira's word for someone who is not logged in; it is no account.
  if (otherId.toLowerCase() === 'unidentified') throw refuseField(field, 'must be the id of an account');
}

/** The answer to a change whose message was deleted between the decision and the change. */
export function refuseVanished(): AppError {
  return notFound('message');
}
