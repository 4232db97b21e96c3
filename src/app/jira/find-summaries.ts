import { route } from '@forge/api';
import { postJira } from './call-jira';

/** The most that Jira takes at once (Jira REST API v3, `POST /rest/api/3/issue/bulkfetch`). */
const most = 100;

/**
 * What the asker may see of these issues now, by their numeric id. An issue that they do not see is not among them, and
 * Jira is not asked where there are none. @throws JiraError
 */
export async function findSummaries(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].slice(0, most);
  if (wanted.length === 0) return new Map();
  const answer = await postJira('user', route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ issueIdsOrKeys: wanted, fields: ['summary'] }),
  });
  const { issues } = (answer ?? {}) as { issues?: unknown };
  return new Map((Array.isArray(issues) ? issues : []).flatMap(readSummary));
}

function readSummary(issue: { id?: unknown; fields?: { summary?: unknown } } | null): [string, string][] {
  const id = issue?.id;
  const summary = issue?.fields?.summary;
  return typeof id === 'string' && typeof summary === 'string' ? [[id, summary]] : [];
}
