/** A site of Jira Cloud with one installation of the app on it. */
export interface Site {
  /** UUID. */
  readonly cloudId: string;
  readonly name: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly installationId: string;
  readonly environmentId: string;
}
