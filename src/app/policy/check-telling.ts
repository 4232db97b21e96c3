import { findSight } from '../jira/find-sight';

/**
 * Whether someone may be told of an issue, by what leads there: they have to see it. `later`: Jira does not say now,
 * and of what is not known nothing is told. `refused`: Jira does not let the app ask.
 */
export async function checkTelling(accountId: string, issueId: string): Promise<'yes' | 'no' | 'later' | 'refused'> {
  const sight = await findSight(accountId, issueId);
  return sight === 'unknown' ? 'later' : sight;
}
