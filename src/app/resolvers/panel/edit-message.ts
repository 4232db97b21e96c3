import type { AdfDocument } from '../../../document/types';
import { publishHint } from '../../notices/live/publish-hint';
import { composeBody } from '../../writing/compose-body';
import { checkEditing } from '../messages/check-editing';
import { nameBody } from '../people/name-body';
import type { Asker } from '../shared/asker';
import { readMessageId, readUserId } from '../shared/read-payload';

interface Ask {
  readonly with: string;
  readonly id: string;
  readonly text: string;
}

/**
 * Puts new words in the place of the asker's own message, where they could send it now: they see the issue still, and
 * nobody has switched it off. That the message is theirs is the service's to decide. The other end's open views hear of it; nobody is told anew.
 */
export async function editMessage(asker: Asker, ask: Ask): Promise<{ body: AdfDocument; editedAt: string }> {
  const params = { cloudId: asker.site, userId: readUserId(ask.with), messageId: readMessageId(ask.id) };
  const body = composeBody(ask.text);
  const [named] = await Promise.all([nameBody(body), checkEditing(asker.accountId, asker.issueId)]);
  await asker.client.editDirectMessage({ params, body: { body } });
  await publishHint(params.userId, { conversationId: null, issueId: asker.issueId });
  return { body: named, editedAt: new Date().toISOString() };
}
