import { maxDrafts } from '../../patterns/patterns';
import { AppError } from '../errors/app-error';
import { notFound } from './access';
import type { Actor } from './actor';

/**
 * Whether the actor may begin an edit of this message. Whether it could be sent now is not asked: a draft tells nobody
 * anything, and nothing of a block or an archive is told by it.
 * @throws AppError `not_found` for none or a deleted one, `forbidden` for the message of another.
 */
export function decideEditDraft(
  actor: Actor,
  message: { readonly sender: { readonly id: string }; readonly deletedAt: string | null },
): void {
  if (message.deletedAt !== null) throw notFound('message');
  if (message.sender.id !== actor.id) throw new AppError('forbidden', 'Only the sender of a message may edit it.');
}

/** The answer where the place is not as the caller knew it: saved elsewhere, sent, or thrown away. */
export function refuseMovedOn(): AppError {
  return new AppError('conflict', 'This draft was changed elsewhere, sent, or thrown away.', {
    details: [{ field: 'query.revision', rule: 'must be the revision that is there, and be left out where none is' }],
  });
}

/** The answer to one more place than a person may have drafts in. */
export function refuseManyDrafts(): AppError {
  return new AppError('conflict', `You have drafts in ${maxDrafts} places, and no more can be kept.`, {
    details: [{ field: 'query', rule: `must name one of at most ${maxDrafts} places` }],
  });
}
