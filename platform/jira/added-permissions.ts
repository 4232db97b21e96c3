import type { RuleBook } from '../rules/rules';
import type { Actor } from './actor';
import type { Project } from './issues';

/**
 * What Jira calls the permissions that an app adds: `ari:cloud:ecosystem::extension/<app>/<environment>/static/<key>`
 * (DAC/manifest-reference/modules/jira-project-permission).
 */
export function nameAddedPermissions(
  { appId, projectPermissions }: { readonly appId: string; readonly projectPermissions: readonly string[] },
  environmentId: string,
): ReadonlyMap<string, string> {
  const prefix = `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/`;
  return new Map(projectPermissions.map((key) => [`${prefix}${key}`, key]));
}

/**
 * Whether somebody holds a permission of an app in a project: by a grant to everyone who is logged in, to a group of
 * theirs, or to a role that they have there. It is in no scheme before an administrator puts it there, and being one
 * gives nothing.
 */
export function isGranted(actor: Actor, permission: string, project: Project, rules: RuleBook): boolean {
  if (actor.kind !== 'person' || !actor.person.active || actor.person.accountType !== 'atlassian') return false;
  if (!rules.hold('added-permissions-are-granted')) return true;
  const { accountId, groups = [] } = actor.person;
  return (project.grants ?? []).some(({ permission: granted, to }) => {
    if (granted !== permission) return false;
    if (to === 'anyone') return true;
    return 'group' in to ? groups.includes(to.group) : (project.roles?.[to.role]?.includes(accountId) ?? false);
  });
}
