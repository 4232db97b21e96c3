import { publishHint } from '../../notices/live/publish-hint';
import { unlessGone } from '../../problems/unless-gone';
import type { Asker } from '../shared/asker';
import { readMessageId, readUserId } from '../shared/read-payload';

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
