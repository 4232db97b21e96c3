import type { Boot, BootModule, BootProject } from '../../wire/wire';

/** What the page shows under an address. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'project'; readonly project: BootProject; readonly tab: ProjectTab }
  | { readonly kind: 'issue'; readonly key: string }
  | { readonly kind: 'app'; readonly module: BootModule; readonly base: string }
  | { readonly kind: 'apps' }
  /** `ruleKey` null is the list of the rules. */
  | { readonly kind: 'automation'; readonly ruleKey: string | null }
  | { readonly kind: 'nowhere' };

export const projectTabs = ['list', 'board'] as const;
export type ProjectTab = (typeof projectTabs)[number];

export const automationPath = '/automation';
/** Jira's "Manage apps", from where the app's own page is one click away. */
export const appsPath = '/jira/settings/apps';

/**
 * Where the page of a module is, without a slash at its end. Null for one that has no page of its own.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/ gives the address of each.
 */
export function pathOfModule(boot: Boot, module: BootModule): string | null {
  const ids = boot.appPath.replace(/^\/jira\/apps\//, '');
  if (module.type === 'jira:globalPage') return boot.appPath;
  if (module.type === 'jira:adminPage') return `${appsPath}/configure/${ids}`;
  if (module.type === 'jira:personalSettingsPage') return `/jira/settings/personal/apps/${ids}`;
  return null;
}

/** Where a project's tab is, as Jira has it. */
export function pathOfProject({ key }: BootProject, tab: ProjectTab = 'list'): string {
  return `/jira/software/projects/${key}/${tab}`;
}

export function pathOfRule(ruleKey: string): string {
  return `${automationPath}/${ruleKey}`;
}

export function findModule(boot: Boot, type: string): BootModule | undefined {
  return boot.modules.find((module) => module.type === type);
}

export function findPlace(boot: Boot, path: string): Place {
  const plain = path.replace(/\/+$/, '');
  if (plain === '' || plain === '/jira/for-you') return { kind: 'start' };
  const key = /^\/browse\/([^/]+)$/.exec(plain)?.[1];
  if (key !== undefined) return { kind: 'issue', key: key.toUpperCase() };
  const [, projectKey, tabName] = /^\/jira\/software\/projects\/([^/]+)(?:\/([^/]+))?$/.exec(plain) ?? [];
  const project = boot.projects.find((candidate) => candidate.key === projectKey?.toUpperCase());
  const tab = projectTabs.find((name) => name === (tabName ?? 'list'));
  if (project !== undefined && tab !== undefined) return { kind: 'project', project, tab };
  if (plain === automationPath) return { kind: 'automation', ruleKey: null };
  const ruleKey = /^\/automation\/([^/]+)$/.exec(plain)?.[1];
  if (ruleKey !== undefined) return { kind: 'automation', ruleKey };
  if (plain === appsPath) return { kind: 'apps' };
  for (const module of boot.modules) {
    const base = pathOfModule(boot, module);
    if (base !== null && (plain === base || plain.startsWith(`${base}/`))) return { kind: 'app', module, base };
  }
  return { kind: 'nowhere' };
}
