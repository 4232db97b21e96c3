/** Jira takes no such mail to this person about this issue, now or later. */
export class MailRefusal extends Error {
  constructor(readonly status: number) {
    super(`Jira answered with status ${status}`);
    this.name = 'MailRefusal';
  }
}
