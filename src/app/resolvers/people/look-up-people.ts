import type { Person } from '../../definitions/person';
import { findPeople } from '../../jira/find-people';
import { JiraError } from '../../jira/jira-error';
import { isAccountId } from '../../site/is-account-id';

/** Ids of one call to Jira: it takes 200, and an address of more than a hundred grows past what proxies let through. */
const atOnce = 100;

/**
 * The people with these ids as the asker may see them, for deciding about them; what is only shown the view asks itself.
 * Whoever is not among the answer is an account that Jira does not know. Jira refuses a whole call for one id that it does
 * not take. @throws JiraError `away`, `busy`
 */
export async function lookUpPeople(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const wanted = [...new Set(ids)].filter(isAccountId);
  const starts = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, index) => index * atOnce);
  try {
    const found = await Promise.all(starts.map((start) => findPeople(wanted.slice(start, start + atOnce))));
    return new Map(found.flatMap((people) => [...people]));
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return new Map();
    throw error;
  }
}
