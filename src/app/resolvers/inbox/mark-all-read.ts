import { ApiError } from '../../client/api-error';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import { serviceCan } from '../shared/service-can';

/** Calls of the service in one answer, each over a thousand conversations. */
const mostCalls = 10;

interface Ask {
  readonly cursor: string;
}

interface Marked {
  /** Conversations in which something was. */
  readonly count: number;
  /** Where it goes on; empty once all of it is done. */
  readonly cursor: string;
}

/**
 * Marks all as read that had come when it was first asked. The service does so many conversations at a time, so that no
 * statement runs long, and its cursor carries the time up to which it goes.
 * @throws ProblemError `service_older` where the service does not know it yet; ApiError
 */
export async function markAllRead({ client, site: cloudId }: SiteAsker, { cursor: from }: Ask): Promise<Marked> {
  let [count, cursor] = [0, from];
  try {
    for (let call = 0; call < mostCalls; call += 1) {
      const query = cursor === '' ? {} : { cursor };
      const done = await client.markAllRead({ params: { cloudId }, query });
      count += done.count;
      cursor = done.cursor;
      if (cursor === '') break;
    }
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.error === 'not_found';
    if (isUnknown && !(await serviceCan(cloudId, 'read-all'))) throw new ProblemError({ code: 'service_older' });
    throw error;
  }
  return { count, cursor };
}
