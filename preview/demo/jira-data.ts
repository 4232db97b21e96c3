import type { JiraData } from '../../platform/jira/jira-data';
import { demoProjects, writeIssues } from './issues';
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
