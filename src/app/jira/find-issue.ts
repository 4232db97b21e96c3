import { route } from '@forge/api';
import { parsePerson } from '../definitions/parse-person';
import type { Person } from '../definitions/person';
import { getJira, type JiraActor } from './call-jira';
import { JiraError } from './jira-error';

export interface VisibleIssue {
  /** Numeric; it stays when the issue moves and its key changes. */
  readonly id: string;
  readonly key: string;
  readonly assignee: Person | null;
  readonly reporter: Person | null;
  /** Empty where Jira gives none. */
  readonly summary: string;
  /** Numeric; the switches of the settings name projects by it. */
  readonly projectId: string;
}

/**
 * The issue as the asking person sees it now, with its assignee and its reporter; or as the app sees it.
 * @param issue its numeric id or its key
 * @throws JiraError `hidden` when they do not see it
 */
export async function findIssue(issue: string, actor: JiraActor = 'user'): Promise<VisibleIssue> {
  const value = await getJira(route`/rest/api/3/issue/${issue}?fields=assignee,reporter,project,summary`, actor);
  const { id, key, fields } = value as { id?: unknown; key?: unknown; fields?: Readonly<Record<string, unknown>> };
  const projectId = readProjectId(fields?.['project']);
  // Without its project nobody can say whether it is switched off.
  if (typeof id !== 'string' || typeof key !== 'string' || projectId === null) throw new JiraError('away', 200);
  return {
    id,
    key,
    assignee: parsePerson(fields?.['assignee']),
    reporter: parsePerson(fields?.['reporter']),
    summary: typeof fields?.['summary'] === 'string' ? fields['summary'] : '',
    projectId,
  };
}

function readProjectId(project: unknown): string | null {
  const id = typeof project === 'object' && project !== null && 'id' in project ? project.id : null;
  return typeof id === 'string' && id !== '' ? id : null;
}
