import type { Issue, IssueChange, IssueComment, IssueDraft, StatusName } from './issues';
import type { JiraData } from './jira-data';
import type { Person } from './people';

/** What people made and changed of issues since the room was opened first. Each record is by an issue's id. */
export interface KeptIssues {
  readonly made: readonly Issue[];
  readonly assignees: Readonly<Record<string, string | null>>;
  readonly statuses: Readonly<Record<string, StatusName>>;
  readonly comments: Readonly<Record<string, readonly IssueComment[]>>;
  readonly changes: Readonly<Record<string, readonly IssueChange[]>>;
}

export const noKeptIssues: KeptIssues = {
  made: [],
  assignees: {},
  statuses: {},
  comments: {},
  changes: {},
};

/** The issues of the room's Jira as they are now. */
export interface IssueBook {
  /** Those that the site came with, then those that people made. */
  issues(): readonly Issue[];
  /** By numeric id or by key, as Jira's paths take both; keys in any case. */
  findIssue(idOrKey: string): Issue | undefined;
  create(draft: IssueDraft, by: Person): Issue;
  assigneeOf(issue: Issue): string | null;
  assign(issue: Issue, accountId: string | null, by?: Person): void;
  statusOf(issue: Issue): StatusName;
  transition(issue: Issue, to: StatusName, by?: Person): void;
  /** The oldest first, as the changes. */
  commentsOf(issue: Issue): readonly IssueComment[];
  comment(issue: Issue, body: IssueComment['body'], by: Person): IssueComment;
  changesOf(issue: Issue): readonly IssueChange[];
  /** Tells of each change of a status or an assignee, once it is kept. @returns how to stop it. */
  onChange(listen: (issue: Issue, change: IssueChange) => void): () => void;
}

interface Parts {
  readonly data: JiraData;
  readonly now: () => number;
  readonly read: () => KeptIssues;
  readonly write: (next: KeptIssues) => void;
}

/** Above the ids of every site that is handed in. */
const firstMadeId = 20_001;
const firstCommentId = 30_001;

export function openIssueBook({ data, now, read, write }: Parts): IssueBook {
  const listeners = new Set<(issue: Issue, change: IssueChange) => void>();
  const issues = (): readonly Issue[] => [...data.issues, ...read().made];
  const statusOf = (issue: Issue): StatusName => read().statuses[issue.id] ?? issue.status;
  const assigneeOf = (issue: Issue): string | null => {
    const changed = read().assignees[issue.id];
    return changed === undefined ? issue.assigneeId : changed;
  };
  const commentsOf = (issue: Issue) => [...(issue.comments ?? []), ...(read().comments[issue.id] ?? [])];
  const record = (issue: Issue, change: IssueChange, next: KeptIssues): void => {
    const changes = [...(next.changes[issue.id] ?? []), change];
    write({ ...next, changes: { ...next.changes, [issue.id]: changes } });
    for (const listen of listeners) listen(issue, change);
  };
  const describe = (field: IssueChange['field'], from: string | null, to: string | null, by?: Person): IssueChange => ({
    authorId: by?.accountId ?? null,
    at: now(),
    field,
    from,
    to,
  });
  return {
    issues,
    findIssue: (idOrKey) => {
      const key = idOrKey.toUpperCase();
      return issues().find((issue) => issue.id === idOrKey || issue.key === key);
    },
    create: (draft, by) => {
      const kept = read();
      const numbers = issues()
        .filter(({ project }) => project.id === draft.project.id)
        .map(({ key }) => Number(key.slice(key.lastIndexOf('-') + 1)));
      const issue: Issue = {
        ...draft,
        id: String(firstMadeId + kept.made.length),
        key: `${draft.project.key}-${Math.max(0, ...numbers) + 1}`,
        status: 'To Do',
        labels: [],
        reporterId: by.accountId,
        visibleTo: null,
        createdAt: now(),
      };
      write({ ...kept, made: [...kept.made, issue] });
      // Jira tells of an assignee from the start as of one that is set later.
      const { assigneeId } = issue;
      if (assigneeId !== null)
        for (const listen of listeners) listen(issue, describe('assignee', null, assigneeId, by));
      return issue;
    },
    assigneeOf,
    assign: (issue, accountId, by) => {
      const from = assigneeOf(issue);
      if (from === accountId) return;
      const kept = read();
      const assignees = { ...kept.assignees, [issue.id]: accountId };
      record(issue, describe('assignee', from, accountId, by), { ...kept, assignees });
    },
    statusOf,
    transition: (issue, to, by) => {
      const from = statusOf(issue);
      if (from === to) return;
      const kept = read();
      record(issue, describe('status', from, to, by), { ...kept, statuses: { ...kept.statuses, [issue.id]: to } });
    },
    commentsOf,
    comment: (issue, body, by) => {
      const kept = read();
      const count = Object.values(kept.comments).reduce((sum, those) => sum + those.length, 0);
      const comment = { id: String(firstCommentId + count), authorId: by.accountId, at: now(), body };
      const comments = [...(kept.comments[issue.id] ?? []), comment];
      write({ ...kept, comments: { ...kept.comments, [issue.id]: comments } });
      return comment;
    },
    changesOf: (issue) => [...(issue.changes ?? []), ...(read().changes[issue.id] ?? [])],
    onChange: (listen) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
  };
}
