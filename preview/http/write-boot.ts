import type { Actor } from '../../platform/jira/actor';
import { canSee } from '../../platform/jira/can-see';
import type { JiraState } from '../../platform/jira/jira-state';
import { issueTypeId } from '../../platform/jira/rest/write-issue';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import { type DemoIssue, demoProject, issues } from '../demo/issues';
import { canSignIn, people } from '../demo/people';
import { demoSite } from '../demo/site';
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
      avatarUrl: person.avatarUrl,
    })),
    issues: issues
      .filter((issue) => canSee(actor, issue, state))
      .map((issue) => ({
        ...omitLevel(issue),
        typeId: issueTypeId(issue),
        assigneeId: state.assigneeOf(issue),
        panels: manifest.views
          .filter(({ key, type }) => type === 'jira:issuePanel' && state.hasPanel(issue, key))
          .map(({ key }) => key),
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
function omitLevel({
  visibleTo: _visibleTo,
  hasPanels: _hasPanels,
  ...issue
}: DemoIssue): Omit<DemoIssue, 'visibleTo' | 'hasPanels'> {
  return issue;
}
