import type { JiraData } from '../../platform/jira/jira-data';
import { demoProject, issues } from './issues';
import { people } from './people';
import { demoSite } from './site';

/** The demo site, as the room takes one. */
export const demoJira: JiraData = { site: demoSite, people, projects: [demoProject], issues };
