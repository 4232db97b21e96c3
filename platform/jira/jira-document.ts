/** A work item's description as Jira holds it: the Atlassian Document Format. */
export interface JiraDocument {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly JiraNode[];
}

interface JiraNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly JiraNode[];
}
