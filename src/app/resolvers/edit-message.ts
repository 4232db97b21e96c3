import type { AdfDocument } from '../../document/types';
import { findIssue } from '../policy/find-issue';
import type { Asker } from './asker';
import { composeBody } from './compose-body';
import { readMessageId, readUserId } from './read-payload';

interface Ask {
  readonly with: string;
  readonly id: string;
  readonly text: string;
}

/**
 * Puts new words in the place of the asker's own message. They have to see the issue still; that the message is theirs
 * is the service's to decide.
 */
export async function editMessage(asker: Asker, ask: Ask): Promise<{ body: AdfDocument; editedAt: string }> {
  const params = { cloudId: asker.site, userId: readUserId(ask.with), messageId: readMessageId(ask.id) };
  const body = composeBody(ask.text);
  await findIssue(asker.issueId);
  await asker.client.UserMessagePutHandler({ params, body: { body } });
  return { body, editedAt: new Date().toISOString() };
}
