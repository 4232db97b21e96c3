import type { Issue, IssueChange, IssueComment, Project, StatusName } from '../../../platform/jira/issues';
import { timeOf } from '../demo-time';
import { people } from '../people';
import type { Deed, IssuePlan } from './issue-plan';
import { paragraphs } from './paragraphs';
import { storeIssues } from './store-operations';
import { webShopIssues } from './web-shop';

export const demoProjects = {
  web: { id: '10000', key: 'WEB', name: 'Web shop' },
  ops: { id: '10001', key: 'OPS', name: 'Store operations' },
} as const satisfies Readonly<Record<string, Project>>;

const accountIdOf = (handle: string): string => {
  const person = people.find((candidate) => candidate.handle === handle);
  if (person === undefined) throw new Error(`There is no demo person ${handle}.`);
  return person.accountId;
};

/** What stands in each project; the ids of its work items follow one after the other. */
const contents = [
  { project: demoProjects.web, idBefore: 10_100, plans: webShopIssues },
  { project: demoProjects.ops, idBefore: 10_200, plans: storeIssues },
];

/** The work items of the demo site, with what was done on them in the days before it began. */
export function writeIssues(began: Date): readonly Issue[] {
  return contents.flatMap(({ project, idBefore, plans }) =>
    plans.map((plan) => writeIssue(project, String(idBefore + plan.number), plan, began)),
  );
}

function writeIssue(project: Project, id: string, plan: IssuePlan, began: Date): Issue {
  const { number, created, activity = [], hasPanel = false, reporter, assignee, visibleTo, watchers, ...fields } = plan;
  return {
    ...fields,
    project,
    id,
    key: `${project.key}-${number}`,
    reporterId: accountIdOf(reporter),
    assigneeId: assignee === null ? null : accountIdOf(assignee),
    visibleTo: visibleTo?.map(accountIdOf) ?? null,
    watcherIds: (watchers ?? []).map(accountIdOf),
    createdAt: timeOf(created, began),
    comments: activity.flatMap((deed, index) => writeComment(deed, `${id}${index}`, began)),
    changes: writeChanges(activity, began),
    hasPanels: hasPanel,
  };
}

function writeComment({ by, at, says }: Deed, id: string, began: Date): IssueComment[] {
  if (says === undefined) return [];
  return [{ id, authorId: accountIdOf(by), at: timeOf(at, began), body: paragraphs(says) }];
}

/** Each goes from where the one before it led. */
function writeChanges(activity: readonly Deed[], began: Date): readonly IssueChange[] {
  const changes: IssueChange[] = [];
  let status: StatusName = 'To Do';
  let assigneeId: string | null = null;
  for (const { by, at, moves, assigns } of activity) {
    const common = { authorId: accountIdOf(by), at: timeOf(at, began) };
    if (moves !== undefined) {
      changes.push({ ...common, field: 'status', from: status, to: moves });
      status = moves;
    }
    if (assigns !== undefined) {
      const to = accountIdOf(assigns);
      changes.push({ ...common, field: 'assignee', from: assigneeId, to });
      assigneeId = to;
    }
  }
  return changes;
}
