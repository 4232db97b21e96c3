/** One question to Jira's REST API as the reader of the page, who pays no points for it. */
export interface JiraQuestion {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  /** JSON; absent for GET. */
  readonly body?: object;
}

export interface JiraAnswer {
  readonly status: number;
  /** Parsed; undefined where it is none. */
  readonly body: unknown;
}

/** @throws whatever keeps an answer from coming */
export type AskJira = (question: JiraQuestion) => Promise<JiraAnswer>;
