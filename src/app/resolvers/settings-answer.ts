import { route } from '@forge/api';
import { readJira } from '../policy/read-jira';
import { answerOnSite } from './answer';
import type { SiteAsker } from './asker';
import { ProblemError } from './problem-error';

type Context = Readonly<Record<string, unknown>>;

/**
 * A resolver of the admin page. Whoever opens the page in a browser of their own can call it, so that each call asks
 * Jira whether the asker administers it, as the asker.
 */
export function answerAdministrator<Ask, T>(work: (asker: SiteAsker, ask: Ask, context: Context) => Promise<T>) {
  return answerOnSite(async (asker, ask: Ask, context) => {
    if (!(await isAdministrator())) throw new ProblemError({ code: 'not_administrator' });
    return work(asker, ask, context);
  });
}

/** Jira REST API v3, `GET /rest/api/3/mypermissions`. */
async function isAdministrator(): Promise<boolean> {
  const answer = await readJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  const { permissions } = (answer ?? {}) as { permissions?: { ADMINISTER?: { havePermission?: unknown } } };
  return permissions?.ADMINISTER?.havePermission === true;
}
