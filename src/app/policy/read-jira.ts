import { asUser, type Route } from '@forge/api';
import { JiraError } from './jira-error';

/**
 * One read of Jira's REST API as the asking person, so that Jira's own permissions decide.
 * @throws JiraError; and Forge's request for consent, which goes to the platform untouched
 */
export async function readJira(path: Route): Promise<unknown> {
  const response = await asUser().requestJira(path, { headers: { Accept: 'application/json' } });
  if (response.ok) return await response.json();
  const hidden = response.status === 400 || response.status === 403 || response.status === 404;
  throw new JiraError(hidden ? 'hidden' : 'away', response.status);
}
