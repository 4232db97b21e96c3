/** A node of the Atlassian Document Format. Published clients leave members out or send null, so that all but `type` is loose. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>> | null;
  readonly marks?: readonly AdfMark[] | null;
  readonly content?: readonly AdfNode[] | null;
}

export interface AdfMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | null;
}

/** The root. An empty `content` is the smallest document. */
export interface AdfDocument {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfNode[];
}
