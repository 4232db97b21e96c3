import { asApp, type Route, route } from '@forge/api';

/** What Jira's answers say of the app's points of this hour (Rate limiting, Jira Cloud); null where they do not say. */
export interface Points {
  readonly left: string | null;
  readonly limit: string | null;
}

/** Before and after an answer that holds one person, so that what such an answer costs can be read off. */
export async function readPoints(accountId: string): Promise<readonly [Points, Points]> {
  const before = await readHeaders(route`/rest/api/3/serverInfo`);
  return [before, await readHeaders(route`/rest/api/3/user?accountId=${accountId}`)];
}

async function readHeaders(path: Route): Promise<Points> {
  const { headers } = await asApp().requestJira(path, { headers: { Accept: 'application/json' } });
  return { left: headers.get('x-ratelimit-remaining'), limit: headers.get('x-ratelimit-limit') };
}
