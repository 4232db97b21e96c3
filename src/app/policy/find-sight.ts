import { route } from '@forge/api';
import { askJira } from './read-jira';

/** Whether someone sees an issue; `unknown` where Jira gave no answer that says so. */
export type Sight = 'yes' | 'no' | 'unknown';

/**
 * Whether this account sees the issue now, asked as the app, since only an app may ask about others. Jira REST API v3,
 * `POST /rest/api/3/permissions/check`: it lists the issues for which the account has the permission.
 * @param issueId numeric
 */
export async function findSight(accountId: string, issueId: string): Promise<Sight> {
  const question = { accountId, projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [Number(issueId)] }] };
  try {
    const answer = await askJira('app', route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
    });
    return readSight(answer, issueId);
  } catch {
    return 'unknown';
  }
}

function readSight(answer: unknown, issueId: string): Sight {
  const { projectPermissions } = (answer ?? {}) as { projectPermissions?: unknown };
  if (!Array.isArray(projectPermissions)) return 'unknown';
  const granted = projectPermissions as { permission?: unknown; issues?: unknown }[];
  const issues = granted.flatMap((it) =>
    it?.permission === 'BROWSE_PROJECTS' && Array.isArray(it.issues) ? (it.issues as unknown[]) : [],
  );
  return issues.some((id) => String(id) === issueId) ? 'yes' : 'no';
}
