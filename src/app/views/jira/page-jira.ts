import { requestJira } from '@forge/bridge';
import { createJiraReader } from './jira-reader';
import type { AskJira } from './jira-request';

/** A question of this page to Jira, through the bridge. */
export const askPageJira: AskJira = async ({ method, path, body }) => {
  const headers = { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return readResponse(await requestJira(path, request));
};

async function readResponse(response: Response) {
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) as unknown };
  } catch {
    return { status: response.status, body: undefined };
  }
}

/** Jira as whoever looks at this page, through the bridge; what it said is kept for as long as the page is open. */
export const pageJira = createJiraReader(askPageJira);
