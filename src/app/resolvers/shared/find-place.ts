import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from './asker';
import { findDirect } from './find-direct';
import type { Beginning, DirectPlace, Place } from './read-address';

/**
 * Where that is by now: the conversation with a person, once there is one, is the place that its id names.
 * @throws ProblemError `recipient_self`, before the service would refuse it; ApiError
 */
export async function findPlace(asker: SiteAsker, named: Place | DirectPlace): Promise<Place | Beginning> {
  if (named.kind !== 'direct') return named;
  const { userId } = named;
  if (userId === asker.accountId) throw new ProblemError({ code: 'recipient_self' });
  const conversation = await findDirect(asker, userId);
  return conversation === null
    ? { kind: 'beginning', userId }
    : { kind: 'conversation', conversationId: conversation.id };
}
