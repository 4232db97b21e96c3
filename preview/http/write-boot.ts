import type { Actor } from '../../platform/jira/actor';
import { canSee } from '../../platform/jira/can-see';
import type { Issue } from '../../platform/jira/issues';
import type { JiraState } from '../../platform/jira/jira-state';
import { issueTypeId } from '../../platform/jira/rest/write-issue';
import type { AppManifest } from '../../platform/manifest/app-manifest';
import { canSignIn, people } from '../demo/people';
import { demoSite } from '../demo/site';
import type { Boot, BootIssue } from '../wire/wire';
import { pathOfIcon } from './register-views';

/** All that the page needs before it draws, with the issues that this person sees. The whole demo site is small enough to come at once. */
export function writeBoot(manifest: AppManifest, state: JiraState, actor: Actor): Boot {
  const { cloudId, name, url, environmentId } = demoSite;
  return {
    appName: 'Aside for Jira',
    site: { cloudId, name, url, environmentId },
    projects: state.data.projects,
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
    issues: state
      .issues()
      .filter((issue) => canSee(actor, issue, state))
      .map((issue) => ({
        ...writeIssue(issue, state),
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

/** Without what is said on it, which the page asks for, and without who else sees it, which is not for the page to know. */
function writeIssue(issue: Issue, state: JiraState): Omit<BootIssue, 'panels'> {
  const { id, key, summary, type, priority, labels, description, reporterId, project } = issue;
  const changes = state.changesOf(issue);
  const comments = state.commentsOf(issue);
  const createdAt = issue.createdAt ?? 0;
  return {
    ...{ id, key, summary, type, priority, labels, description, reporterId, createdAt },
    projectId: project.id,
    typeId: issueTypeId(issue),
    status: state.statusOf(issue),
    assigneeId: state.assigneeOf(issue),
    updatedAt: Math.max(createdAt, changes.at(-1)?.at ?? 0, comments.at(-1)?.at ?? 0),
  };
}
