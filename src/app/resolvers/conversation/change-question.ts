import { ApiError } from '../../client/api-error';
import { checkEditing } from '../../policy/check-editing';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { serviceCan } from '../shared/service-can';
import { findConversationId } from './find-conversation-id';
import { hintOthers } from './hint-others';

interface Ask {
  readonly id: string;
  /** Whether its sender waits for an answer from now on. */
  readonly isOpen: boolean;
}

/**
 * Says that the asker waits for an answer to their message, where they could write about what it is about; or that nobody
 * waits for one any more, for which Jira is not asked. The other end's open views hear of it; no mail tells of it.
 * @throws ProblemError `service_older` where the service knows no questions yet; ApiError, JiraError
 */
export async function changeQuestion(asker: SiteAsker, at: Place, { id: messageId, isOpen }: Ask): Promise<object> {
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

/** A service of the release before does not know the address, which is "not found" as a message that is gone is. */
export async function explainOlder<T>(cloudId: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.error === 'not_found';
    if (isUnknown && !(await serviceCan(cloudId, 'follow-up'))) throw new ProblemError({ code: 'service_older' });
    throw error;
  }
}
