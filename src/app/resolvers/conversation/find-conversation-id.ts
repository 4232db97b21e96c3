import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { findDirect } from './find-direct';

/** The id of the conversation that is meant. Creates none. @throws ProblemError `gone` where there is none; ApiError */
export async function findConversationId(asker: SiteAsker, at: Place): Promise<string> {
  if (at.kind === 'conversation') return at.conversationId;
  const direct = await findDirect(asker, at.userId);
  if (direct === null) throw new ProblemError({ code: 'gone' });
  return direct.id;
}
