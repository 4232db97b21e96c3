import type { Actor } from '../../platform/jira/actor';
import { canSee } from '../../platform/jira/can-see';
import { type DemoIssue, demoProject, issues } from '../../platform/jira/issues';
import type { JiraState } from '../../platform/jira/jira-state';
import { canSignIn, people } from '../../platform/jira/people';
import { issueTypeId } from '../../platform/jira/rest/write-issue';
import { avatarPath } from '../../platform/jira/rest/write-user';
import { demoSite } from '../../platform/jira/site';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import type { Boot } from '../wire/wire';
import { pathOfIcon } from './register-views';

/** All that the page needs before it draws, with the issues that this person sees. The whole demo site is small enough to come at once. */
export function writeBoot(manifest: AppManifest, state: JiraState, actor: Actor): Boot {
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
    issues: issues
      .filter((issue) => canSee(actor, issue))
      .map((issue) => ({
        ...omitLevel(issue),
        typeId: issueTypeId(issue),
        assigneeId: state.assigneeOf(issue),
      })),
    modules: manifest.views.map(({ key, type, title, icon }) => ({
      key,
      type,
      title,
      iconUrl: icon === null ? null : pathOfIcon(icon),
      frameUrl: `/views/${key}/`,
    })),
    appPath: `/jira/apps/${manifest.appId}/${environmentId}`,
  };
}

/** Who else sees an issue is nothing that the page has to know. */
function omitLevel({ visibleTo: _visibleTo, ...issue }: DemoIssue): Omit<DemoIssue, 'visibleTo'> {
  return issue;
}
