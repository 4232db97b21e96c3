import { route } from '@forge/api';
import { readJira } from './read-jira';

/** Whether the asker administers this Jira. Jira REST API v3, `GET /rest/api/3/mypermissions`, as the asker. */
export async function isAdministrator(): Promise<boolean> {
  const answer = await readJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  const { permissions } = (answer ?? {}) as { permissions?: { ADMINISTER?: { havePermission?: unknown } } };
  return permissions?.ADMINISTER?.havePermission === true;
}
