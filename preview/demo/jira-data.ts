import type { JiraData } from '../../platform/jira/jira-data';
import type { Person } from '../../platform/jira/people';
import { demoProjects, writeIssues } from './issues/write-issues';
import { people } from './people';
import { demoSite } from './site';

/** The demo site, as the room takes one. `began` is when it was made: its days are counted back from there. */
export function writeDemoJira(began: Date): JiraData {
  return { site: demoSite, people, projects: Object.values(demoProjects), issues: writeIssues(began) };
}

/** Numbers of the work items where nobody has added a panel yet, on the bare site. */
const withoutPanel = /-[67]$/;

/** The same before anybody said or did anything, with the app's panel on almost every work item. */
export function writeBareJira(began: Date): JiraData {
  const issues = writeIssues(began).map((issue) => ({
    ...issue,
    comments: [],
    changes: [],
    hasPanels: !withoutPanel.test(issue.key),
  }));
  return { ...writeDemoJira(began), issues };
}

/** The same with so many more people, whom nobody can be in the preview. */
export function addPeople(data: JiraData, count: number): JiraData {
  const more = Array.from({ length: count }, (_, index): Person => {
    const number = String(index + 1).padStart(5, '0');
    return {
      accountId: `557058:more-${number}`,
      accountType: 'atlassian',
      displayName: `Person ${number}`,
      active: true,
    };
  });
  return { ...data, people: [...data.people, ...more] };
}
