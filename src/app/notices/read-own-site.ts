import { getAppContext } from '@forge/api';
import { readSite } from '../policy/read-site';

/** Where this installation of the app runs, and as what, for functions that nobody asks: the queue's and the clock's. */
export interface OwnSite {
  readonly cloudId: string;
  /** The path of the app's page in Jira: `/jira/apps/<app>/<environment>` (Forge documentation, global page). */
  readonly pagePath: string;
}

/** @throws Error where the platform does not say for which site a function runs */
export function readOwnSite(context: Readonly<Record<string, unknown>> = {}): OwnSite {
  const { appAri, environmentAri, installation } = getAppContext();
  const cloudId = readSite(context) ?? installation?.contexts.find((it) => it.cloudId !== undefined)?.cloudId;
  if (cloudId === undefined) throw new Error('The platform does not say for which site this runs');
  return { cloudId, pagePath: `/jira/apps/${appAri.appId}/${environmentAri.environmentId}` };
}
