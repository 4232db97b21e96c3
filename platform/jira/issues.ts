import type { JiraDocument } from './jira-document';

export interface Project {
  /** Numeric. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Who holds which permission that an app has added: nobody whom no grant names. */
  readonly grants?: readonly ProjectGrant[];
  /** Who is in the roles of the project: account ids by the name of the role. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  /** Whether an administrator closed it to apps; absent is no. */
  readonly isClosedToApps?: boolean;
}

/** A line of a permission scheme. */
export interface ProjectGrant {
  /** The key of the module in the app's manifest. */
  readonly permission: string;
  /** `anyone` is everyone who is logged in. */
  readonly to: { readonly group: string } | { readonly role: string } | 'anyone';
}

/** In the order of Jira's own menus. */
export const issueTypes = ['Story', 'Task', 'Bug'] as const;
export const statusNames = ['To Do', 'In Progress', 'Done'] as const;
export const priorityNames = ['Highest', 'High', 'Medium', 'Low'] as const;

export type IssueType = (typeof issueTypes)[number];
export type StatusName = (typeof statusNames)[number];
export type PriorityName = (typeof priorityNames)[number];

/** A comment, which everyone who sees the issue can read. */
export interface IssueComment {
  /** Numeric. */
  readonly id: string;
  readonly authorId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly body: JiraDocument;
}

/** A line of an issue's history. `from` and `to` are account ids for the assignee, names for the status. */
export interface IssueChange {
  /** Null where nobody is known to have done it. */
  readonly authorId: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly field: 'status' | 'assignee';
  readonly from: string | null;
  readonly to: string | null;
}

export interface Issue {
  /** Numeric. */
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly project: Project;
  readonly type: IssueType;
  /** Before anyone changed it. */
  readonly status: StatusName;
  readonly priority: PriorityName;
  readonly description: JiraDocument;
  readonly labels: readonly string[];
  readonly reporterId: string | null;
  /** Before anyone changed it. */
  readonly assigneeId: string | null;
  /** Account ids of its security level; null for none, which everyone sees. */
  readonly visibleTo: readonly string[] | null;
  /** Account ids that lack "Browse projects" here, whatever the level says; absent is nobody. */
  readonly hiddenFrom?: readonly string[];
  /** Account ids, in the order in which they began to watch; absent is nobody. */
  readonly watcherIds?: readonly string[];
  /** Whether someone has added the app's panels to it before the room opens; absent is no. */
  readonly hasPanels?: boolean;
  /** Whether an administrator closed it to apps, as they can for all of a project; absent is no. */
  readonly isClosedToApps?: boolean;
  /** When it was made, in milliseconds since the epoch; absent is when the room was opened. */
  readonly createdAt?: number;
  /** What was said and done before the room was opened, the oldest first. */
  readonly comments?: readonly IssueComment[];
  readonly changes?: readonly IssueChange[];
}

/** What somebody fills in to make an issue. */
export interface IssueDraft extends Pick<Issue, 'project' | 'type' | 'summary' | 'description' | 'priority'> {
  readonly assigneeId: string | null;
}
