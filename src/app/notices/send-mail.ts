import { asApp, route } from '@forge/api';
import { JiraError } from '../policy/jira-error';
import type { Mail } from './compose-mail';

/**
 * A mail through Jira, about an issue, to one person. Jira REST API v3, `POST /rest/api/3/issue/{id}/notify`: 204 when
 * it is taken; whether and where it arrives is the receiver's own setting in Jira.
 * @throws JiraError
 */
export async function sendMail(accountId: string, issueId: string, mail: Mail): Promise<void> {
  const response = await asApp().requestJira(route`/rest/api/3/issue/${issueId}/notify`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...mail, to: { users: [{ accountId }] } }),
  });
  if (response.ok) return;
  const isFinal = response.status >= 400 && response.status < 500 && response.status !== 429;
  const wait = response.headers.get('Retry-After');
  throw new JiraError(
    isFinal ? 'hidden' : 'away',
    response.status,
    wait !== null && /^\d{1,6}$/.test(wait) ? Number(wait) : null,
  );
}
