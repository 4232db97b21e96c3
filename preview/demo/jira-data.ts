import type { JiraData } from '../../platform/jira/jira-data';
import { demoProjects, panelKey, writeIssues } from './issues';
import { people } from './people';
import { demoSite } from './site';

/** The demo site, as the room takes one. `began` is when it was made: its days are counted back from there. */
export function writeDemoJira(began: Date): JiraData {
  return { site: demoSite, people, projects: Object.values(demoProjects), issues: writeIssues(began) };
}

/** The same before anybody said or did anything, with the app's panel on every work item. */
export function writeBareJira(began: Date): JiraData {
  const issues = writeIssues(began).map((issue) => ({ ...issue, comments: [], changes: [], panels: [panelKey] }));
  return { ...writeDemoJira(began), issues };
}
