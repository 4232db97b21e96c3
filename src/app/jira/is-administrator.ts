import { route } from '@forge/api';
import { getJira } from './call-jira';

/** Whether the asker administers this Jira. Jira REST API v3, `GET /rest/api/3/mypermissions`, as the asker. */
export async function isAdministrator(): Promise<boolean> {
  const answer = await getJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  const { permissions } = (answer ?? {}) as { permissions?: { ADMINISTER?: { havePermission?: unknown } } };
  return permissions?.ADMINISTER?.havePermission === true;
}
