import { ApiError } from '../../client/api-error';
import { type ConversationClient, createConversationClient } from '../../client/conversation-client';
import { forgeFetchAsApp } from '../../client/forge-fetch';
import { ProblemError } from '../../problems/problem-error';

/** The service as the app, which speaks for an administrator whom `answerAdministrator` has asked Jira about. */
export function appClient(): ConversationClient {
  return createConversationClient({ fetch: forgeFetchAsApp() });
}

/**
 * The answer to something that a service of the release before does not know: it has no such address.
 * @throws ProblemError `service_older`; ApiError
 */
export async function askNewer<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && error.error === 'not_found') throw new ProblemError({ code: 'service_older' });
    throw error;
  }
}
