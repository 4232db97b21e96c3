import type { Boot, BootIssue, BootPanel } from '../../wire';
import type { Session } from '../session';
import type { ViewTheme } from '../theme';

interface Place {
  readonly boot: Boot;
  readonly panel: BootPanel;
  readonly issue: BootIssue;
  readonly session: Session;
  readonly theme: ViewTheme;
  readonly localId: string;
}

/** FullContext of @forge/bridge for an issue panel: what a view is told about where it is. */
export function writeViewContext({ boot, panel, issue, session, theme, localId }: Place): object {
  return {
    accountId: session.person?.accountId ?? 'unidentified',
    cloudId: boot.site.cloudId,
    siteUrl: boot.site.url,
    localId,
    locale: 'en_US',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    moduleKey: panel.moduleKey,
    environmentId: boot.site.environmentId,
    environmentType: 'DEVELOPMENT',
    theme,
    extension: {
      type: panel.moduleType,
      issue: { id: issue.id, key: issue.key, type: issue.type, typeId: issue.typeId },
      project: { id: boot.project.id, key: boot.project.key, type: 'software' },
      location: window.location.href,
    },
  };
}
