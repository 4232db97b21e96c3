import type { Message } from '../../../contract/resources';
import { publishHint } from '../../notices/live/publish-hint';
import { deleteMessage } from '../messages/delete-message';
import type { Asker } from '../shared/asker';
import { readMessageId, readUserId } from '../shared/read-payload';

interface Ask {
  readonly with: string;
  readonly id: string;
}

/** Deletes the asker's own message. Nobody has to see an issue to take their own words back, so Jira is not asked. */
export async function removeMessage(asker: Asker, ask: Ask): Promise<{ deletedAt: string }> {
  const params = { cloudId: asker.site, userId: readUserId(ask.with), messageId: readMessageId(ask.id) };
  const { deletedAt, isNew } = await deleteMessage({
    accountId: asker.accountId,
    delete: () => asker.client.deleteDirectMessage({ params }),
    find: () => findDirectMessage(asker, params),
  });
  if (isNew) await publishHint(params.userId, { conversationId: null, issueId: asker.issueId });
  return { deletedAt };
}

/** By the conversation with this person, which the service names in its list and never creates for that. */
async function findDirectMessage(
  { client, site }: Asker,
  { userId, messageId }: { readonly userId: string; readonly messageId: string },
): Promise<Message | null> {
  const query = { user: [userId], 'include-archived': true, limit: 1 };
  const { values } = await client.listConversations({ params: { cloudId: site }, query });
  const [conversation] = values;
  if (conversation === undefined) return null;
  return client.getMessage({
    params: { cloudId: site, conversationId: conversation.id, messageId },
  });
}
