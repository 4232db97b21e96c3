import { ApiError } from '../client/api-error';
import type { Asker } from './asker';
import { readMessageId, readUserId } from './read-payload';

interface Ask {
  readonly with: string;
  readonly id: string;
}

/** Deletes the asker's own message. Nobody has to see an issue to take their own words back, so Jira is not asked. */
export async function removeMessage(asker: Asker, ask: Ask): Promise<{ deletedAt: string }> {
  const params = { cloudId: asker.site, userId: readUserId(ask.with), messageId: readMessageId(ask.id) };
  try {
    await asker.client.UserMessageDeleteHandler({ params });
  } catch (error) {
    // Deleted already, perhaps by a first try whose answer was lost: what was asked for is so.
    if (!(error instanceof ApiError && error.error === 'not_found')) throw error;
  }
  return { deletedAt: new Date().toISOString() };
}
