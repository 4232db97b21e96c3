import type { Issue, StatusName } from '../issues';
import type { JiraState } from '../jira-state';
import { writeUser } from './write-user';

const typeIds = { Story: '10001', Task: '10002', Bug: '10003' } as const;
const statuses = {
  'To Do': { id: '1', category: 'new' },
  'In Progress': { id: '3', category: 'indeterminate' },
  Done: { id: '5', category: 'done' },
} as const;
const priorityIds = { Highest: '1', High: '2', Medium: '3', Low: '4' } as const;

/** An issue as GET /rest/api/3/issue answers it. `fields` names those wanted; null is all of them. */
export function writeIssue(
  issue: Issue,
  state: JiraState,
  fields: ReadonlySet<string> | null,
): Record<string, unknown> {
  const all = writeFields(issue, state);
  const wanted = Object.entries(all).filter(([name]) => fields === null || fields.has(name));
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${state.data.site.url}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(wanted),
  };
}

function writeFields(issue: Issue, state: JiraState): Record<string, unknown> {
  const status = statusOf(state.statusOf(issue));
  return {
    summary: issue.summary,
    issuetype: { id: issueTypeId(issue), name: issue.type, subtask: false },
    status,
    priority: { id: priorityIds[issue.priority], name: issue.priority },
    description: issue.description,
    labels: issue.labels,
    project: { ...issue.project, projectTypeKey: 'software', simplified: false },
    reporter: writeUserOrNull(issue.reporterId, state),
    assignee: writeUserOrNull(state.assigneeOf(issue), state),
    created: new Date(issue.createdAt ?? 0).toISOString(),
  };
}

export function statusOf(name: StatusName): Record<string, unknown> {
  const { id, category } = statuses[name];
  return { id, name, statusCategory: { key: category, name } };
}

export function issueTypeId(issue: Pick<Issue, 'type'>): string {
  return typeIds[issue.type];
}

function writeUserOrNull(accountId: string | null, state: JiraState): Record<string, unknown> | null {
  const person = accountId === null ? undefined : state.findPerson(accountId);
  return person === undefined ? null : writeUser(person, state);
}

/** An issue and its project as an app's extension has them. */
export function writeIssueOf(issue: Issue): object {
  const { id, key, type, project } = issue;
  return {
    issue: { id, key, type, typeId: issueTypeId(issue) },
    project: { id: project.id, key: project.key, type: 'software' },
  };
}
