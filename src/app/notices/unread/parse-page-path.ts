import { getAppContext } from '@forge/api';

/** The path of the app's page in Jira: `/jira/apps/<app>/<environment>` (Forge documentation, global page). */
export function parsePagePath(): string {
  const { appAri, environmentAri } = getAppContext();
  return `/jira/apps/${appAri.appId}/${environmentAri.environmentId}`;
}
