import { ApiError } from '../../client/api-error';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { serviceCan } from '../shared/service-can';
import { findConversationId } from './find-conversation-id';

interface Ask {
  readonly id: string;
}

/**
 * Says that the asker has read up to this message: beside an issue what is about that one, and with a service that does not know
 * issues, as everywhere else, the conversation. The service moves the mark forward only.
 */
export async function markRead(asker: SiteAsker, at: Place, { id: messageId }: Ask): Promise<object> {
  const { client, site: cloudId } = asker;
  if (at.kind === 'person' && (await serviceCan(cloudId, 'read-by-issue'))) {
    const { userId, issueId: issue } = at;
    await client.markDirectRead({ params: { cloudId, userId }, body: { messageId, issue } });
    return {};
  }
  const conversationId = await findConversationId(asker, at);
  if (conversationId === null) throw new ProblemError({ code: 'gone' });
  try {
    await client.markRead({ params: { cloudId, conversationId }, body: { messageId } });
  } catch (error) {
    // Who reads a public group without being in it has no mark there, and nothing of theirs is unread.
    if (!(error instanceof ApiError && error.error === 'forbidden')) throw error;
  }
  return {};
}
