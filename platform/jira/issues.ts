import type { JiraDocument } from './jira-document';

export interface Project {
  /** Numeric. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface Issue {
  /** Numeric. */
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly project: Project;
  readonly type: 'Bug' | 'Story' | 'Task';
  readonly status: 'To Do' | 'In Progress' | 'Done';
  readonly priority: 'Highest' | 'High' | 'Medium' | 'Low';
  readonly description: JiraDocument;
  readonly labels: readonly string[];
  readonly reporterId: string | null;
  /** Before anyone changed it. */
  readonly assigneeId: string | null;
  /** Account ids of its security level; null for none, which everyone sees. */
  readonly visibleTo: readonly string[] | null;
  /** Account ids that lack "Browse projects" here, whatever the level says; absent is nobody. */
  readonly hiddenFrom?: readonly string[];
  /** Whether someone has added the app's panels to it before the room opens; absent is no. */
  readonly hasPanels?: boolean;
  /** Whether an administrator closed the project to apps; absent is no. */
  readonly isClosedToApps?: boolean;
}
