import { demoProject, issues } from '../jira/issues';
import type { JiraState } from '../jira/jira-state';
import { canSignIn, people } from '../jira/people';
import { issueTypeId } from '../jira/rest/write-issue';
import { avatarPath } from '../jira/rest/write-user';
import { demoSite } from '../jira/site';
import type { AppManifest } from '../manifest/app-manifest';
import type { Boot } from '../wire';

/** All that the page needs before it draws. The whole demo site is small enough to come at once. */
export function writeBoot(manifest: AppManifest, state: JiraState): Boot {
  const { cloudId, name, url, environmentId } = demoSite;
  return {
    appName: 'Aside for Jira',
    site: { cloudId, name, url, environmentId },
    project: demoProject,
    people: people.map((person) => ({
      handle: person.handle,
      accountId: person.accountId,
      accountType: person.accountType,
      displayName: person.displayName,
      active: person.active,
      isAdmin: person.isAdmin,
      canSignIn: canSignIn(person),
      avatarUrl: avatarPath(person),
    })),
    issues: issues.map((issue) => ({
      ...issue,
      typeId: issueTypeId(issue),
      assigneeId: state.assigneeOf(issue),
    })),
    panels: manifest.panels.map((panel) => ({
      moduleKey: panel.key,
      moduleType: panel.type,
      title: panel.title,
      iconUrl: panel.icon === null ? null : `/resources/${panel.icon.resource}/${panel.icon.file}`,
      frameUrl: `/views/${panel.key}/`,
    })),
  };
}
