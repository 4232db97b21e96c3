import type { Actor } from '../actor';
import type { Issue } from '../issues';
import type { JiraState } from '../jira-state';
import { findVisible } from './issue-routes';
import { parseFields } from './parse-fields';
import { countOf, listOf } from './parse-query';
import { type JiraReply, refuse } from './reply';
import type { RestRequest, Route } from './route';
import { writeIssue } from './write-issue';

/** Many issues at once. */
export const searchRoutes: readonly Route[] = [
  { method: 'POST', path: /^\/rest\/api\/3\/issue\/bulkfetch$/, price: 'object', answer: fetchIssues },
  { method: 'GET', path: /^\/rest\/api\/3\/search\/jql$/, price: 'object', answer: searchIssues },
];

const mostIssues = 100;

/** Those that are absent or hidden are left out. */
function fetchIssues({ body }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const { issueIdsOrKeys, fields } = (body ?? {}) as { issueIdsOrKeys?: unknown; fields?: readonly string[] };
  if (!Array.isArray(issueIdsOrKeys) || issueIdsOrKeys.length === 0) {
    return refuse(400, 'Please specify at least one issue ID or key.');
  }
  if (issueIdsOrKeys.length > mostIssues) return refuse(400, `At most ${mostIssues} issues can be fetched at once.`);
  const issues = listVisible(issueIdsOrKeys.map(String), actor, state);
  const wanted = fields === undefined ? null : parseFields(fields);
  return { status: 200, body: { issues: issues.map((it) => writeIssue(it, state, wanted)), issueErrors: [] } };
}

/** Of JQL as much as names issues: `id in (10101, 10102)`, with `key`, `issue` and `issuekey` as well. */
function searchIssues({ url }: RestRequest, actor: Actor, state: JiraState): JiraReply {
  const query = url.searchParams;
  const names = /^\s*(?:id|key|issue|issuekey)\s+in\s*\(([^()]*)\)\s*$/i.exec(query.get('jql') ?? '')?.[1];
  if (names === undefined) return refuse(400, 'The room’s Jira knows JQL of the form "id in (…)" only.');
  const found = listVisible(
    listOf(names).map((name) => name.trim().replace(/^["']|["']$/g, '')),
    actor,
    state,
  );
  const start = countOf(query.get('nextPageToken'), 0);
  const end = start + countOf(query.get('maxResults'), 50);
  const asked = query.getAll('fields').flatMap(listOf);
  // Unlike GET issue, this search gives ids only unless fields are named.
  const wanted = asked.length === 0 ? new Set<string>() : parseFields(asked);
  const issues = found.slice(start, end).map((it) => writeIssue(it, state, wanted));
  if (end >= found.length) return { status: 200, body: { issues, isLast: true } };
  return { status: 200, body: { issues, isLast: false, nextPageToken: String(end) } };
}

function listVisible(names: readonly string[], actor: Actor, state: JiraState): readonly Issue[] {
  const found = names.map((name) => findVisible(name, actor, state)).filter((issue) => issue !== undefined);
  return [...new Set(found)];
}
