import { asApp, route } from '@forge/api';
import { readFailure } from './call-jira';
import { heedLimits } from './heed-limits';
import { MailRefusal } from './mail-refusal';

export interface Mail {
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}

/** Who may receive it is Jira's to decide, when it sends: those who may see the issue's project then. */
const restrict = { permissions: [{ key: 'BROWSE' }] };

/**
 * A mail through Jira, about an issue, to these people at once, of whom only those get it whom Jira lets see the issue.
 * Jira REST API v3, `POST /rest/api/3/issue/{id}/notify`: 204 when it is taken; whether and where it arrives is the
 * receivers' own setting in Jira.
 * @throws MailRefusal; JiraError `away` or `busy` for what may pass
 */
export async function sendMail(accountIds: readonly string[], issueId: string, mail: Mail): Promise<void> {
  const response = await asApp().requestJira(route`/rest/api/3/issue/${issueId}/notify`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...mail, to: { users: accountIds.map((accountId) => ({ accountId })) }, restrict }),
  });
  await heedLimits(response);
  if (response.ok) return;
  const { status } = response;
  if (status >= 400 && status < 500 && status !== 429) throw new MailRefusal(status);
  throw readFailure(response);
}
