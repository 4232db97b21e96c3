import { maxBlocks } from '../../patterns/patterns';
import { AppError } from '../errors/app-error';
import { decideRead } from './access';
import type { Actor } from './actor';
import type { SeenConversation } from './conversation-store';

/**
 * Whether the actor may mute: members only. Who reads a public group without being in it is told of nothing there.
 * @throws AppError `not_found` where the actor may not see it, `forbidden` where they are not in it.
 */
export function decideMute(actor: Actor, seen: SeenConversation | null): void {
  decideRead(actor, seen);
  if (!seen?.isMember) throw new AppError('forbidden', 'Only a member may mute a conversation.');
}

/** The answer to a direct send, or to opening a direct conversation, where the other end has blocked the caller. */
export function refuseBlocked(): AppError {
  return new AppError('blocked', 'This person does not take direct messages from you.');
}

/** The answer to adding people to a group who have blocked whoever adds them. It tells who, and not why. */
export function refuseAdding(
  added: readonly string[],
  barred: readonly string[],
  member: 'add' | 'members' = 'add',
): AppError {
  return new AppError('forbidden', 'Not everybody can be added to this group.', {
    details: barred.map((id) => ({ field: `body/${member}/${added.indexOf(id)}`, rule: `${id} cannot be added` })),
  });
}

/** The answer to one more block than a person may have. */
export function refuseManyBlocks(): AppError {
  return new AppError('conflict', `You have blocked ${maxBlocks} people, and no more can be kept.`, {
    details: [{ field: 'path.userId', rule: `must be one of at most ${maxBlocks}` }],
  });
}
