import type { AdfDocument } from '../../../document/types';
import { explainRefusal } from '../../problems/explain-refusal';
import { composeBody } from '../../writing/compose-body';
import { checkEditing } from '../messages/check-editing';
import { nameBody } from '../people/name-body';
import type { SiteAsker } from '../shared/asker';
import { readConversationId, readMessageId } from '../shared/read-payload';
import { hintMembers } from './hint-members';

interface Ask {
  readonly id: string;
  readonly messageId: string;
  readonly text: string;
}

/**
 * Puts new words in the place of the asker's own message, where one may write about its issue now; that the message is
 * theirs is the service's to decide. The others' open views hear of it; nobody is told anew.
 */
export async function editInConversation(asker: SiteAsker, ask: Ask): Promise<{ body: AdfDocument; editedAt: string }> {
  const { client, site, accountId } = asker;
  const conversationId = readConversationId(ask.id);
  const messageId = readMessageId(ask.messageId);
  const body = composeBody(ask.text);
  const params = { cloudId: site, conversationId, messageId };
  const { issue } = await client.getMessage({ params });
  const [named] = await Promise.all([nameBody(body), checkEditing(accountId, issue?.id ?? null)]);
  // The one conflict of an edit.
  await explainRefusal(client.editMessage({ params, body: { body } }), {
    conflict: 'group_archived',
  });
  await hintMembers(asker, conversationId);
  return { body: named, editedAt: new Date().toISOString() };
}
