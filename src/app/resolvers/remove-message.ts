import { publishHint } from '../notices/publish-hint';
import type { Asker } from './asker';
import { readMessageId, readUserId } from './read-payload';
import { unlessGone } from './unless-gone';

interface Ask {
  readonly with: string;
  readonly id: string;
}

/** Deletes the asker's own message. Nobody has to see an issue to take their own words back, so Jira is not asked. */
export async function removeMessage(asker: Asker, ask: Ask): Promise<{ deletedAt: string }> {
  const params = { cloudId: asker.site, userId: readUserId(ask.with), messageId: readMessageId(ask.id) };
  const isDeleted = await unlessGone(asker.client.UserMessageDeleteHandler({ params }));
  if (isDeleted) await publishHint(params.userId, { conversationId: null, issueId: asker.issueId });
  return { deletedAt: new Date().toISOString() };
}
