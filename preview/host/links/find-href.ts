import type { Boot } from '../../wire/wire';
import { pathOfModule } from './places';
import { safeHref } from './safe-href';

/** A place as @forge/bridge names it to `navigate` and `getUrl`: an address, or a target with what belongs to it. */
export type Location = Readonly<Record<string, unknown>>;

/**
 * The address of a place: a path for what is on the demo site, however it was named, and the address itself for others.
 * @throws for an address that is not safe, and for targets that Jira does not have.
 */
export function findHref(boot: Boot, location: Location): string {
  const part = (name: string): string => encodeURIComponent(String(location[name]));
  switch (location['target']) {
    case undefined:
      return findPath(boot, location['url']) ?? refuse('It is not an address that a view may lead to.');
    case 'issue':
      return `/browse/${part('issueKey')}`;
    case 'module':
      return findModulePath(boot, String(location['moduleKey']), location['path']);
    case 'userProfile':
      return `/jira/people/${part('accountId')}`;
    case 'dashboard':
      return `/jira/dashboards/${part('dashboardId')}`;
    case 'projectSettingsDetails':
      return `/jira/software/projects/${part('projectKey')}/settings/details`;
    default:
      return refuse(`Jira has no target "${String(location['target'])}".`);
  }
}

/** The same for a plain address: undefined where it is not safe to lead to. */
export function findPath(boot: Boot, address: unknown): string | undefined {
  const { url } = boot.site;
  // The view and its mails name the site by its name, and the preview stands in for it.
  if (typeof address === 'string' && address.startsWith(url) && /^([/?#]|$)/.test(address.slice(url.length))) {
    const path = address.slice(url.length);
    return safeHref(path.startsWith('/') ? path : `/${path}`);
  }
  return safeHref(address);
}

function findModulePath(boot: Boot, moduleKey: string, subpath: unknown): string {
  const module = boot.modules.find((candidate) => candidate.key === moduleKey);
  const base = module === undefined ? null : pathOfModule(boot, module);
  if (base === null) return refuse(`The app has no page "${moduleKey}".`);
  return typeof subpath === 'string' && subpath !== '' ? `${base}/${subpath.replace(/^\//, '')}` : base;
}

function refuse(why: string): never {
  throw new Error(`The preview cannot go there. ${why}`);
}
