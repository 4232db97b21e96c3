import { maxOpenReports } from '../../patterns/patterns';
import { AppError } from '../errors/app-error';
import { decideSee, notFound } from './access';
import type { Actor } from './actor';
import type { SeenConversation } from './conversation-store';
import type { ReportedMessage } from './report-store';

/**
 * Whether the actor may report this message: a person who is in the conversation and reads it there, and whose own it is
 * not. A block or an archive is no reason to keep quiet.
 * @throws AppError `not_found` also for a deleted message, `forbidden`
 */
export function decideReport(actor: Actor, seen: SeenConversation | null, message: ReportedMessage | null): void {
  const { isMember } = decideSee(actor, seen);
  if (message === null || message.isDeleted) throw notFound('message');
  if (actor.kind !== 'user') throw new AppError('forbidden', 'Only people report messages.');
  if (!isMember) throw new AppError('forbidden', 'Only who is in a conversation may report what was sent there.');
  if (message.isNotice) throw new AppError('forbidden', 'This is told by the service, and nobody wrote it.');
  if (message.authorId === actor.id) throw new AppError('forbidden', 'Nobody reports a message of their own.');
}

/** The answer to one more report than may wait of one person. */
export function refuseManyReports(): AppError {
  return new AppError('conflict', `${maxOpenReports} of your reports wait already, and no more can.`, {
    details: [{ field: 'path.messageId', rule: `must be one of at most ${maxOpenReports} that wait` }],
  });
}

/** The answer where somebody else has decided, or time has. */
export function refuseDecided(): AppError {
  return new AppError('conflict', 'This report was decided already.', {
    details: [{ field: 'path.reportId', rule: 'must be a report that waits' }],
  });
}
