import { useProductContext } from '@forge/react';

/** Where on an issue the view stands: its panel, the details on its right, or the dialog of "Message assignee". */
export interface Place {
  readonly module: 'panel' | 'context' | 'action';
  /** For showing only: which issue is meant is read from the platform's context by the resolver. */
  readonly issueId: string | null;
  readonly issueKey: string | null;
}

/** Null until the platform has said it. */
export function usePlace(): Place | null {
  const context = useProductContext();
  if (context === undefined) return null;
  // An issue's modules have an extension; a platform that gives none is met as a panel.
  const { type, issue } = (context.extension ?? {}) as {
    readonly type?: unknown;
    readonly issue?: { readonly id?: unknown; readonly key?: unknown };
  };
  const module = type === 'jira:issueContext' ? 'context' : type === 'jira:issueAction' ? 'action' : 'panel';
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return { module, issueId: textOf(issue?.id), issueKey: textOf(issue?.key) };
}
