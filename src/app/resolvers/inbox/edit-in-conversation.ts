import type { AdfDocument } from '../../../document/types';
import type { SiteAsker } from '../asker';
import { composeBody } from '../compose-body';
import { nameBody } from '../people/name-body';
import { readConversationId, readMessageId } from '../read-payload';

interface Ask {
  readonly id: string;
  readonly messageId: string;
  readonly text: string;
}

/** Puts new words in the place of the asker's own message; that it is theirs is the service's to decide. */
export async function editInConversation(
  { client, site }: SiteAsker,
  ask: Ask,
): Promise<{ body: AdfDocument; editedAt: string }> {
  const conversationId = readConversationId(ask.id);
  const messageId = readMessageId(ask.messageId);
  const body = composeBody(ask.text);
  const named = await nameBody(body);
  await client.ConversationMessagePutHandler({ params: { cloudId: site, conversationId, messageId }, body: { body } });
  return { body: named, editedAt: new Date().toISOString() };
}
