/** Jira takes no such mail about this issue from the app, now or later. */
export class MailRefusal extends Error {
  constructor(readonly status: number) {
    super(`Jira answered with status ${status}`);
    this.name = 'MailRefusal';
  }

  /** Whether it is since the app does not see the issue, or not any more. */
  get isBlind(): boolean {
    return this.status === 404;
  }
}
