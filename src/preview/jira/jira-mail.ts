/** A mail that Jira sent for the app, in the tray of those who got it. */
export interface JiraMail {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly subject: string;
  readonly text: string;
  /** As the app wrote it; null where it wrote none. */
  readonly html: string | null;
  readonly issueKey: string;
}
