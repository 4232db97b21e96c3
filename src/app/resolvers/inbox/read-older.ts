import type { InboxMessages } from '../../definitions';
import type { SiteAsker } from '../shared/asker';
import { readConversationId, readMessageId } from '../shared/read-payload';
import { lookAround } from './look-around';
import { readConversationPage } from './read-conversation-page';
import { toInboxMessage } from './to-inbox-message';

/** The messages of a conversation before one of them. */
export async function readOlder(asker: SiteAsker, ask: { id: string; before: string }): Promise<InboxMessages> {
  const page = await readConversationPage(asker, readConversationId(ask.id), readMessageId(ask.before));
  const surroundings = await lookAround(page.values);
  return {
    messages: page.values.map((message) => toInboxMessage(message, asker.accountId, surroundings)),
    before: page.before,
  };
}
