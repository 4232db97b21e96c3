import { findPersonByName } from '../demo/people';
import { demoSite } from '../demo/site';
import type { RunningPreview } from './start-preview';

/** What `npm start` prints once everything answers: where to look, and how to try the API. */
export function writeWelcome({ url, serviceUrl, client, notices }: Omit<RunningPreview, 'close'>): string {
  const bob = findPersonByName('bob')?.accountId ?? '';
  const grant = `-d grant_type=client_credentials -d client_id=${client.client_id} -d client_secret=${client.client_secret}`;
  const conversation = `${serviceUrl}/site/${demoSite.cloudId}/conversation/user/${bob}/message?issueId=10101&issueKey=WEB-1`;
  const missing = notices.map((notice) => `\nNot there yet: ${notice}`).join('');
  return `
Aside is ready at ${url}

To try its API as a program, with a client of the demo site:
  client_id      ${client.client_id}
  client_secret  ${client.client_secret}
  site           ${demoSite.cloudId}

  TOKEN=$(curl -s ${serviceUrl}/oauth/token ${grant} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
  curl -i "${conversation}" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: text/plain' -d 'Hello Bob, the build is green.'

Bob finds it on ${url}/browse/WEB-1?as=bob.
${missing}${missing === '' ? '' : '\n'}
Ctrl-C stops it.
`;
}
