import { isAdministrator } from '../../jira/is-administrator';
import { ProblemError } from '../../problems/problem-error';
import { answerOnSite } from '../shared/answer';
import type { SiteAsker } from '../shared/asker';

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
