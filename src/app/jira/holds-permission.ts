import { getAppContext, route } from '@forge/api';
import { getJira } from './call-jira';
import { JiraError } from './jira-error';

/** The module of the manifest. */
const moduleKey = 'write-messages';

/**
 * Whether the asker holds the permission to write that the app adds to projects: in this one, or in any where none is
 * named. Jira REST API v3, `GET /rest/api/3/mypermissions`, as the asker. A Jira that does not know the permission, since
 * the app was not deployed anew, gives it to nobody.
 * @param projectId numeric; null for none
 * @throws JiraError `away` or `busy`
 */
export async function holdsPermission(projectId: string | null): Promise<boolean> {
  const { appAri, environmentAri } = getAppContext();
  const key = `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${moduleKey}`;
  const query = new URLSearchParams({ permissions: key, ...(projectId === null ? {} : { projectId }) });
  try {
    const answer = await getJira(route`/rest/api/3/mypermissions?${query}`);
    const { permissions } = (answer ?? {}) as { permissions?: Readonly<Record<string, { havePermission?: unknown }>> };
    return permissions?.[key]?.havePermission === true;
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return false;
    throw error;
  }
}
