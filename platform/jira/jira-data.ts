import type { Issue, Project } from './issues';
import type { Person } from './people';
import type { Site } from './site';

/**
 * The site that the room's Jira shows, handed in by whoever starts it. It is read each time that something is asked, so
 * that members with a getter may change at any time.
 */
export interface JiraData {
  readonly site: Site;
  readonly people: readonly Person[];
  readonly projects: readonly Project[];
  readonly issues: readonly Issue[];
  /** Whether the app's own account has "Browse users and groups"; absent is yes. */
  readonly mayAppBrowseUsers?: boolean;
}
