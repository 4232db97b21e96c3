import { asApp, route } from '@forge/api';
import { parseRetryAfter } from '../client/parse-retry-after';
import { JiraError } from './jira-error';
import { MailRefusal } from './mail-refusal';

export interface Mail {
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

/**
 * A mail through Jira, about an issue, to one person. Jira REST API v3, `POST /rest/api/3/issue/{id}/notify`: 204 when
 * it is taken; whether and where it arrives is the receiver's own setting in Jira.
 * @throws MailRefusal; JiraError `away` for what may pass
 */
export async function sendMail(accountId: string, issueId: string, mail: Mail): Promise<void> {
  const response = await asApp().requestJira(route`/rest/api/3/issue/${issueId}/notify`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...mail, to: { users: [{ accountId }] } }),
  });
  if (response.ok) return;
  if (response.status >= 400 && response.status < 500 && response.status !== 429) {
    throw new MailRefusal(response.status);
  }
  throw new JiraError('away', response.status, parseRetryAfter(response.headers));
}
