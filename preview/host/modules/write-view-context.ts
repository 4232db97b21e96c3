import type { Boot, BootIssue, BootModule } from '../../wire/wire';
import type { Session } from '../session/session';
import type { ViewTheme } from '../session/theme';
import type { Address } from '../session/use-address';

interface Place {
  readonly boot: Boot;
  readonly module: BootModule;
  readonly issue: BootIssue | null;
  readonly session: Session;
  readonly theme: ViewTheme;
  readonly address: Pick<Address, 'path' | 'search'>;
  readonly localId: string;
  /** As Jira writes one: `de_DE`. */
  readonly locale: string;
  /** What this kind of module is told beside that. */
  readonly extension: object;
}

/** FullContext of @forge/bridge: what a view is told about where it is. */
export function writeViewContext(place: Place): object {
  const { boot, module, issue, session, theme, address, localId, locale, extension } = place;
  return {
    accountId: session.person?.accountId ?? 'unidentified',
    cloudId: boot.site.cloudId,
    siteUrl: boot.site.url,
    localId,
    locale,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    moduleKey: module.key,
    environmentId: boot.site.environmentId,
    environmentType: 'DEVELOPMENT',
    theme,
    extension: {
      type: module.type,
      ...(issue === null ? {} : writeIssue(boot, issue)),
      // Of the site that the preview stands in for: a view that makes links of it gets those that Jira would give.
      location: `${boot.site.url}${address.path}${address.search}`,
      ...extension,
    },
  };
}

function writeIssue(boot: Boot, issue: BootIssue): object {
  const project = boot.projects.find(({ id }) => id === issue.projectId);
  return {
    issue: { id: issue.id, key: issue.key, type: issue.type, typeId: issue.typeId },
    ...(project === undefined ? {} : { project: { id: project.id, key: project.key, type: 'software' } }),
  };
}
