/** An answer of the local Jira, before it becomes an HTTP response. `body` undefined is an empty one. */
export interface JiraReply {
  readonly status: number;
  readonly body?: unknown;
  /** How many people a search went through, where it is charged for them; absent is those in the answer. */
  readonly looked?: number;
}

/** The error shape that Jira's REST API has everywhere. */
export function refuse(status: number, message: string): JiraReply {
  return { status, body: { errorMessages: [message], errors: {} } };
}

/** Jira answers the same whether an issue is absent or hidden, and so do we. */
export const issueNotFound = refuse(404, 'Issue does not exist or you do not have permission to see it.');
export const userNotFound = refuse(404, 'Specified user does not exist or you do not have required permissions');
export const notLoggedIn = refuse(401, 'You are not authenticated. Authentication required to perform this operation.');
