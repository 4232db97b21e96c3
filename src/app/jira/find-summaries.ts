import { route } from '@forge/api';
import { postJira } from './call-jira';

/** The most that Jira takes at once (Jira REST API v3, `POST /rest/api/3/issue/bulkfetch`). */
const most = 100;

/** What stands for an issue in a line, both from Jira: a sender can put any key beside the id of an issue. */
export interface IssueTitle {
  readonly key: string;
  readonly summary: string;
}

/**
 * What the asker may see of these issues now, by their numeric id. An issue that they do not see is not among them, and
 * Jira is not asked where there are none. @throws JiraError
 */
export async function findSummaries(ids: Iterable<string>): Promise<ReadonlyMap<string, IssueTitle>> {
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

function readSummary(
  issue: { id?: unknown; key?: unknown; fields?: { summary?: unknown } } | null,
): [string, IssueTitle][] {
  const { id, key, fields } = issue ?? {};
  const summary = fields?.summary;
  const isRead = typeof id === 'string' && typeof key === 'string' && typeof summary === 'string';
  return isRead ? [[id, { key, summary }]] : [];
}
