import { route } from '@forge/api';
import { postJira } from './call-jira';
import { JiraError } from './jira-error';

/**
 * Whether someone sees an issue; `unknown` where Jira gave no answer that says so, `refused` where it lets the app ask
 * nothing about others: then asking again is of no use.
 */
export type Sight = 'yes' | 'no' | 'unknown' | 'refused';

/**
 * Whether this account sees the issue now, asked as the app, since only an app may ask about others. Jira REST API v3,
 * `POST /rest/api/3/permissions/check`: it lists the issues for which the account has the permission, and ignores those
 * that do not exist. It names administrators and Connect apps as those who may ask about others; that a Forge app may
 * is not documented (November 2026).
 * @param issueId numeric
 */
export async function findSight(accountId: string, issueId: string): Promise<Sight> {
  const question = { accountId, projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [Number(issueId)] }] };
  try {
    const answer = await postJira('app', route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
    });
    return readSight(answer, issueId);
  } catch (error) {
    return isRefusal(error) ? 'refused' : 'unknown';
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof JiraError && (error.status === 401 || error.status === 403);
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
