import { route } from '@forge/api';
import { JiraError } from './jira-error';
import type { Person } from './person';
import { readJira } from './read-jira';
import { readPerson } from './read-person';

export interface VisibleIssue {
  /** Numeric; it stays when the issue moves and its key changes. */
  readonly id: string;
  readonly key: string;
  readonly assignee: Person | null;
}

/**
 * The issue as the asking person sees it now, with its assignee.
 * @throws JiraError `hidden` when they do not see it
 */
export async function findIssue(issueId: string): Promise<VisibleIssue> {
  const value = await readJira(route`/rest/api/3/issue/${issueId}?fields=assignee`);
  const { id, key, fields } = value as { id?: unknown; key?: unknown; fields?: { assignee?: unknown } };
  if (typeof id !== 'string' || typeof key !== 'string') throw new JiraError('away', 200);
  return { id, key, assignee: readPerson(fields?.assignee) };
}
