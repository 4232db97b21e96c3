import { holdsPermission } from '../jira/holds-permission';
import type { Switches } from '../storage/switches';

/**
 * Whether the asking person may write at all in this project; null for a message about none, for which the permission in
 * any project is enough. Everybody may where the settings do not say that the permission counts. Asked as the person:
 * what nobody stands behind, a queue or a web trigger, is not asked of.
 * @throws JiraError
 */
export async function mayWrite(saved: Switches, projectId: string | null): Promise<boolean> {
  return !saved.byPermission || holdsPermission(projectId);
}
