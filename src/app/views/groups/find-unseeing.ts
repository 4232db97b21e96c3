import type { Person } from '../../definitions/person';
import type { JiraReader } from '../jira/jira-reader';
import type { ViewProblem } from '../shared/view-problem';

/** Whom of the people chosen Jira shows to see the issue, and whom not; or why it does not say. */
export type Sight =
  | { readonly seeing: readonly string[]; readonly unseeing: readonly Person[] }
  | { readonly problem: ViewProblem };

/**
 * Who of these people may be brought beside an issue: who sees it. Asked by the page as its reader, who learns of others what
 * Jira tells them and pays no points of the app (docs/decisions/0044-groups-beside-a-work-item.md).
 */
export async function findUnseeing(
  jira: Pick<JiraReader, 'findPeople' | 'findViewers'>,
  issueKey: string,
  people: readonly string[],
): Promise<Sight> {
  const viewers = await jira.findViewers(issueKey, people);
  if (viewers === null) return { problem: { code: 'jira_away' } };
  if (viewers === 'not_allowed') return { problem: { code: 'people_hidden' } };
  const unseeing = people.filter((id) => !viewers.has(id));
  const named = unseeing.length === 0 ? new Map<string, Person>() : await jira.findPeople(unseeing);
  return {
    seeing: people.filter((id) => viewers.has(id)),
    unseeing: unseeing.map((id) => named.get(id) ?? { id, name: null, kind: 'person', active: true }),
  };
}
