import type { Issue } from '../../../contract/resources';
import { readLatest } from '../../policy/read-latest';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { explainOlder } from './change-question';
import { findConversationId } from './find-conversation-id';

interface Ask {
  /** Null for the conversation as a whole. */
  readonly message: string | null;
  /** Null takes the reminder away. */
  readonly due: string | null;
}

/**
 * Has the asker reminded of a message or of a conversation, by a mail where there is an issue to send one about: that of
 * the message, or the last one of the conversation. Nobody else learns of it.
 * @throws ProblemError `reminders_full`, `service_older`; ApiError
 */
export async function setReminder(asker: SiteAsker, at: Place, { message, due }: Ask): Promise<object> {
  const { client, site: cloudId } = asker;
  const conversationId = await findConversationId(asker, at);
  if (conversationId === null) throw new ProblemError({ code: 'gone' });
  const request = { params: { cloudId, conversationId }, query: message === null ? {} : { message } };
  if (due === null) {
    await explainOlder(cloudId, client.removeReminder(request));
    return {};
  }
  const issue = message === null ? await findLastIssue(asker, conversationId) : null;
  const body = { due, ...(issue === null ? {} : { issue }) };
  const set = client.setReminder({ ...request, body });
  await explainOlder(cloudId, explainRefusal(set, { conflict: 'reminders_full' }));
  return {};
}

async function findLastIssue({ client, site }: SiteAsker, conversationId: string): Promise<Issue | null> {
  const latest = await readLatest({ client, site, conversationId });
  return latest.findLast(({ issue }) => issue !== null)?.issue ?? null;
}
