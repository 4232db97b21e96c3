import { ApiError } from '../../client/api-error';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { findConversationId } from './find-conversation-id';

interface Ask {
  readonly id: string;
}

/** Says that the asker has read up to this message. The service moves the mark forward only. */
export async function markRead(asker: SiteAsker, at: Place, { id }: Ask): Promise<object> {
  const conversationId = await findConversationId(asker, at);
  if (conversationId === null) throw new ProblemError({ code: 'gone' });
  const params = { cloudId: asker.site, conversationId };
  try {
    await asker.client.markRead({ params, body: { messageId: id } });
  } catch (error) {
    // Who reads a public group without being in it has no mark there, and nothing of theirs is unread.
    if (!(error instanceof ApiError && error.error === 'forbidden')) throw error;
  }
  return {};
}
