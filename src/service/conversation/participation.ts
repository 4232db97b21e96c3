import type { Conversation } from '../../contract/resources';
import { AppError } from '../errors/app-error';
import { decideSee } from './access';
import type { Actor } from './actor';
import type { SeenConversation } from './conversation-store';

/**
 * Whether the actor may send into this conversation, and whether they have to join it for that: whoever sees a public
 * group and is not in it does.
 * @throws AppError `not_found`, or `conflict` for a group that is archived.
 */
export function decideSend(actor: Actor, seen: SeenConversation | null): 'send' | 'join' {
  const { conversation, isMember } = decideSee(actor, seen);
  // A direct conversation is archived for one end's list alone, and comes back into it with the next message.
  requireOpen(conversation);
  return isMember ? 'send' : 'join';
}

/**
 * Whether anything may be written in a conversation that the actor sees: sent, or put in the place of older words. Words
 * may be taken back also where not.
 * @throws AppError `conflict` for a group that is archived.
 */
export function requireOpen({ type, isArchived }: Conversation): void {
  if (type === 'group' && isArchived) {
    throw new AppError('conflict', 'The group is archived: it can be read, and nothing can be written in it.');
  }
}

/**
 * The conversation, where the actor has a marker in it: members do.
 * @throws AppError `not_found`, or `forbidden` for who reads a public group without being in it.
 */
export function decideMark(actor: Actor, seen: SeenConversation | null): Conversation {
  const { conversation, isMember } = decideSee(actor, seen);
  if (!isMember) throw new AppError('forbidden', 'Only a member has a place in a conversation.');
  return conversation;
}

export function refuseFull(): AppError {
  return new AppError('conflict', 'The group is full, and to send to it is to join it.');
}
