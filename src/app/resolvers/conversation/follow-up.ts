import type { Issue } from '../../../contract/resources';
import { ApiError } from '../../client/api-error';
import { checkEditing } from '../../policy/check-editing';
import { readLatest } from '../../policy/read-latest';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { serviceCan } from '../shared/service-can';
import { findConversationId } from './find-conversation-id';
import { hintOthers } from './hint-others';

interface Question {
  readonly id: string;
  /** Whether its sender waits for an answer from now on. */
  readonly isOpen: boolean;
}

/**
 * Says that the asker waits for an answer to their message, where they could write about what it is about; or that nobody
 * waits for one any more, for which Jira is not asked. The other end's open views hear of it; no mail tells of it.
 * @throws ProblemError `service_older` where the service knows no questions yet; ApiError, JiraError
 */
export async function changeQuestion(
  asker: SiteAsker,
  at: Place,
  { id: messageId, isOpen }: Question,
): Promise<object> {
  const { client, site: cloudId, accountId } = asker;
  const conversationId = await findConversationId(asker, at);
  if (conversationId === null) throw new ProblemError({ code: 'gone' });
  const params = { cloudId, conversationId, messageId };
  if (isOpen) {
    const { issue } = await client.getMessage({ params });
    const permit = await checkEditing(accountId, issue?.id ?? null);
    if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  }
  await explainOlder(cloudId, isOpen ? client.askQuestion({ params }) : client.closeQuestion({ params }));
  await hintOthers(asker, at);
  return {};
}

interface Reminder {
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
export async function setReminder(asker: SiteAsker, at: Place, { message, due }: Reminder): Promise<object> {
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

/** A service of the release before does not know the address, which is "not found" as a message that is gone is. */
async function explainOlder<T>(cloudId: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.error === 'not_found';
    if (isUnknown && !(await serviceCan(cloudId, 'follow-up'))) throw new ProblemError({ code: 'service_older' });
    throw error;
  }
}
