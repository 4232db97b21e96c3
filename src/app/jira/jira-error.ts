/**
 * Jira's refusal: `hidden` for an issue or a user that the asker may not see, `busy` where the points of the hour are
 * spent, `away` for all else that may pass.
 */
export class JiraError extends Error {
  constructor(
    readonly reason: 'hidden' | 'busy' | 'away',
    readonly status: number,
    /** In seconds, where Jira said when to come back. */
    readonly retryAfter: number | null = null,
  ) {
    super(`Jira answered with status ${status}`);
    this.name = 'JiraError';
  }
}
